import { type TestAssertion, type TestInput, writeDialogTests } from '@banshi/bundle';
import type { DialogState } from '@banshi/dialog';
import { findPersonalData, type PersonalKind } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { LoadedBundle } from '../../release/bundles.service.js';
import { DialogStore } from '../dialog-store.js';
import { dialogErrors } from '../dialog.errors.js';
import type { SaidInput } from '../dialog.types.js';
import { type Rehearsed, RehearsalService } from '../rehearsal.service.js';

/** Values of nobody, which forms take all the same: a test fills with them what a citizen filled with his own. */
const samples: Partial<Record<PersonalKind, string>> = {
  'resident-id': '110101198001011232', mobile: '13800138000', phone: '010-12345678', 'bank-card': '6222020200112233446', plate: '京A12345', email: 'zhangsan@example.com',
  address: '北京市东城区东华门街道1号', person: '张三', 'birth-date': '1980-01-01', permit: 'E12345678', account: 'sample_account', insurance: '10012345', 'credit-code': '91110000100001234P',
};

const outcomes = { started: 'flow_started', completed: 'flow_completed', cancelled: 'flow_cancelled' } as const;

/** Makes a test of a conversation that took place: what was said, with the personal data of nobody, and what comes of that now. */
@Injectable()
export class TestRecorderService {
  constructor(
    private readonly store: DialogStore,
    private readonly rehearsal: RehearsalService,
    private readonly audit: AuditService,
  ) {}

  /** YAML. Throws SESSION_NOT_FOUND, SESSION_ERASED. */
  async record(ctx: RequestContext, bundle: LoadedBundle, id: string): Promise<string> {
    const session = await this.store.find(ctx, id);
    if (!session) throw new DomainError(dialogErrors.SESSION_NOT_FOUND, { field: 'session' });
    if (session.erasedAt) throw new DomainError(dialogErrors.SESSION_ERASED, { field: 'session' });
    const turns = await this.store.turns(ctx, id, -1);
    const opening = turns[0]?.content.input;
    const service = opening?.type === 'open' ? (opening.service ?? null) : null;
    const inputs = turns.filter(({ kind }) => kind === 'citizen').flatMap(({ content }) => anonymous(content.input as SaidInput) ?? []);
    let { state } = await this.rehearsal.turn(ctx, bundle, null, service === null ? { type: 'open' } : { type: 'open', service });
    const steps = [];
    for (const input of inputs) {
      const turn = await this.rehearsal.turn(ctx, bundle, state, input);
      steps.push({ line: 0, input, assertions: assertionsOf(state, turn) });
      state = turn.state;
    }
    await this.audit.append(ctx, { action: 'assistant.record-test', target: { kind: 'conversation', key: id }, detail: { steps: steps.length } });
    return writeDialogTests([{ name: ctx.language === 'zh' ? '录自会话' : 'Recorded', service, today: null, steps }]);
  }
}

function anonymous(input: SaidInput): TestInput | null {
  switch (input.type) {
    case 'text':
      return { type: 'text', text: withoutPerson(input.text) };
    case 'fill':
      return { type: 'fill', values: JSON.parse(JSON.stringify(input.values), (_name, value: unknown) => (typeof value === 'string' ? withoutPerson(value) : value)) as Record<string, unknown> };
    case 'choose':
    case 'silence':
      return input;
    case 'open':
      return null;
  }
}

function withoutPerson(text: string): string {
  let result = '';
  let end = 0;
  for (const { kind, from, to } of findPersonalData(text)) {
    result += text.slice(end, from) + (samples[kind] ?? '');
    end = to;
  }
  return result + text.slice(end);
}

function assertionsOf(before: DialogState, { effects, state, standing }: Rehearsed): TestAssertion[] {
  const flows = effects.flatMap((effect): TestAssertion[] => (effect.type === 'count' && effect.what in outcomes ? [{ line: 0, type: outcomes[effect.what as keyof typeof outcomes], service: effect.service }] : []));
  const old = before.active === state.active && before.active !== null ? (before.drafts[before.active]?.entries ?? {}) : {};
  const now = state.active === null ? {} : (state.drafts[state.active]?.entries ?? {});
  const fields = Object.keys(now).filter((name) => JSON.stringify(old[name]?.value) !== JSON.stringify(now[name]?.value) && standing.data[name] !== undefined).map((name) => ({ name, value: standing.data[name] }));
  const isHandedOver = effects.some(({ type }) => type === 'hand-over');
  return [...flows, ...(fields.length > 0 ? [{ line: 0, type: 'slot_was_set' as const, fields }] : []), ...(isHandedOver ? [{ line: 0, type: 'handed_over' as const }] : [])];
}
