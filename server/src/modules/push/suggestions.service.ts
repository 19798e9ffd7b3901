import { randomUUID } from 'node:crypto';
import { stateOn } from '@banshi/policies';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { log } from '../../platform/logging/log.js';
import { UsersService } from '../access/users.service.js';
import { NotifyService } from '../notify/notify.service.js';
import { staffRealm } from '../notify/notify.types.js';
import { BundlesService } from '../release/bundles.service.js';
import { today } from './recommendations.service.js';

/** Suggests to push what a release has brought: each content of a policy with conditions once, and never one that somebody has taken up himself. */
@Injectable()
export class SuggestionsService implements OnApplicationBootstrap {
  constructor(
    private readonly database: DataSource,
    private readonly bundles: BundlesService,
    private readonly notify: NotifyService,
    private readonly users: UsersService,
    private readonly events: EventBus,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.environment.runsOperations) return;
    this.events.subscribe('channel', ({ name }) => (name === 'hall' ? this.look() : undefined));
    // A move whose message was lost, with the process or the connection, is seen now.
    this.events.onReconnect(() => this.look());
    this.look();
  }

  private look(): void {
    void this.suggest(RequestContext.forSystem('push', this.database.manager)).catch((error: unknown) => log.warn({ err: error }, 'suggesting policies to push'));
  }

  /** Returns how many were new. */
  async suggest(ctx: RequestContext): Promise<number> {
    const bundle = await this.bundles.current(ctx, 'hall');
    if (!bundle) return 0;
    const on = today(new Date());
    const candidates = bundle.keys('policy').flatMap((key) => {
      const { title, eligibility = [], effectiveFrom, effectiveTo } = bundle.get('policy', key)!;
      const isOver = stateOn({ from: effectiveFrom, to: effectiveTo }, on) === 'expired';
      return eligibility.length === 0 || isOver ? [] : [{ id: randomUUID(), policy: key, sha256: bundle.hashOf('policy', key)!, title }];
    });
    return ctx.transaction(async (tx) => {
      const made = await tx.manager.query<{ id: string; title: string }[]>(
        `INSERT INTO push_campaign (id, realm, policy, policy_sha256, policy_title, bundle, state, is_suggested, created_by_name)
         SELECT c.id, 'hall', c.policy, c.sha256, c.title, $1, 'SUGGESTED', true, '' FROM jsonb_to_recordset($2) AS c(id uuid, policy text, sha256 text, title text)
          WHERE NOT EXISTS (SELECT 1 FROM push_campaign p WHERE p.realm = 'hall' AND p.policy = c.policy AND p.policy_sha256 = c.sha256)
         ON CONFLICT DO NOTHING RETURNING id, policy_title AS title`,
        [bundle.sha256, JSON.stringify(candidates)],
      );
      if (made.length === 0) return 0;
      const staff = await this.users.idsWith(tx, Permission.PushSend);
      await this.notify.sendMany(
        tx,
        made.flatMap(({ id, title }) => staff.map((user) => ({ recipient: { realm: staffRealm, id: user }, topic: 'push-suggestion', dedupeKey: `push:${id}`, title: `可以推送的新政策：${title}`, body: '已发布，并写有享受条件。可以先看看会推给谁，再决定是否推送。', link: `/push/${id}`, facts: { title } }))),
      );
      return made.length;
    });
  }
}
