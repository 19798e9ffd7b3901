import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { NotifyService } from '../notify/notify.service.js';
import type { DueDelivery, NotificationTopic, Preparation } from '../notify/notify.types.js';
import { PersonsService } from './persons.service.js';
import { PushPerson } from './push-person.entity.js';
import { policyTopic } from './push.types.js';

/** In both languages: which one the reader prefers is not known outside of the hall. */
const footer = '不想再收到政策推送？请登录网上办事大厅，在“消息”里关闭。\nTo get no more of these, sign in to the service hall and turn them off under Messages.';

/** What counts at the moment at which a message leaves: who has opted out since is left in peace. */
@Injectable()
export class PolicyTopic implements NotificationTopic, OnModuleInit {
  readonly topic = policyTopic;

  constructor(
    private readonly notify: NotifyService,
    private readonly persons: PersonsService,
  ) {}

  onModuleInit(): void {
    this.notify.register(this);
  }

  async prepare(ctx: RequestContext, due: readonly DueDelivery[]): Promise<Map<string, Preparation>> {
    const rows = await ctx.manager.findBy(PushPerson, { applicantId: In(due.map(({ recipient }) => recipient.id)) });
    const prepared = new Map<string, Preparation>();
    for (const { delivery, channel, recipient } of due) {
      const person = rows.find(({ realm, applicantId }) => realm === recipient.realm && applicantId === recipient.id) ?? null;
      if (person?.pausedAt || person?.offChannels.includes(channel)) prepared.set(delivery, { skip: 'opted-out' });
      else if (channel !== 'email') prepared.set(delivery, { address: null });
      else {
        const address = person && (await this.persons.emailOf(ctx, person));
        prepared.set(delivery, address ? { address, footer } : { skip: 'no-address' });
      }
    }
    return prepared;
  }
}
