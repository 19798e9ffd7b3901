import type { Effect } from '@banshi/dialog';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { OrgService } from '../org/org.service.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { DialogFact } from './dialog-fact.entity.js';
import type { DialogSession } from './dialog-session.entity.js';
import { DialogMode } from './dialog.types.js';
import { DialogVault, notePlace } from './dialog-vault.js';
import { QuestionsService } from './questions.service.js';

type Fact = Pick<DialogFact, 'what' | 'service' | 'field' | 'source'>;

/** What a turn brings about beside its reply, in the turn's own transaction. Submissions are the turn runner's. */
@Injectable()
export class EffectsService {
  constructor(
    private readonly org: OrgService,
    private readonly vault: DialogVault,
    private readonly questions: QuestionsService,
  ) {}

  /** Writes facts and questions of turn `n`, and answers what changes in the session. `said` is what the citizen typed, if he did. */
  async carryOut(tx: RequestContext, session: DialogSession, n: number, bundle: LoadedBundle, effects: readonly Effect[], said: string | null): Promise<Partial<DialogSession>> {
    const facts: Fact[] = [];
    let patch: Partial<DialogSession> = {};
    for (const effect of effects) {
      switch (effect.type) {
        case 'count':
          facts.push({ what: effect.what, service: effect.service, field: effect.field, source: null });
          break;
        case 'corrected':
          facts.push({ what: 'corrected', service: effect.service, field: effect.field, source: effect.from });
          await this.questions.recordCorrected(tx, session.id, effect, said);
          break;
        case 'unanswered':
          await this.questions.recordUnanswered(tx, session.id, effect);
          break;
        case 'hand-over':
          patch = await this.handOver(tx, session, bundle, effect);
          facts.push({ what: 'handed-over', service: session.service ?? '', field: null, source: effect.reason });
          break;
        case 'submit':
          break;
      }
    }
    await this.record(tx, session, n, facts);
    return patch;
  }

  async record(tx: RequestContext, session: DialogSession, n: number, facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    await tx.manager.insert(DialogFact, facts.map((fact) => ({ ...fact, session: session.id, n, realm: session.realm })));
  }

  /** The clerks of the service's department are asked; all of them where no service is under way. */
  private async handOver(tx: RequestContext, session: DialogSession, bundle: LoadedBundle, { reason, note }: Extract<Effect, { type: 'hand-over' }>): Promise<Partial<DialogSession>> {
    const department = session.service === null ? null : (bundle.get('service', session.service)?.department ?? null);
    const unit = department === null ? null : await this.org.findByKey(tx, department);
    const now = new Date();
    return { mode: DialogMode.WAITING, reason, note: await this.vault.seal(tx, session.id, notePlace, note), waitingSince: now, handedOverAt: session.handedOverAt ?? now, orgUnitId: unit?.id ?? null };
  }
}
