import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { NotifyService } from '../notify/notify.service.js';
import { PersonalDataService } from '../privacy/personal-data.service.js';
import type { DataSubject, ErasureReport, ExportPart, Holding, PersonalDataSource, SubjectFacts } from '../privacy/privacy.types.js';
import { VaultService } from '../privacy/vault.service.js';
import { PersonalStore, personKind } from './personal-store.js';
import { PersonsService } from './persons.service.js';
import { PushAnswer } from './push-answer.entity.js';
import { PushConsent } from './push-consent.entity.js';
import { PushPerson } from './push-person.entity.js';
import { PushReading } from './push-reading.entity.js';
import { PushRecipient } from './push-recipient.entity.js';

/** So many notifications are handed out; what a person gets in ten years at the highest limit. */
const maxNotifications = 50_000;

/** What pushing holds of applicants: what they want, what they answered, what they were told and what they read. */
@Injectable()
export class PersonalPushService implements PersonalDataSource, OnModuleInit {
  readonly kind = personKind;
  readonly title = { zh: '订阅与推送', en: 'Subscriptions and pushes' };
  readonly defaultDays = null;

  constructor(
    private readonly registry: PersonalDataService,
    private readonly vault: VaultService,
    private readonly persons: PersonsService,
    private readonly store: PersonalStore,
    private readonly notify: NotifyService,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async holdings(ctx: RequestContext, { realm, applicantId }: DataSubject): Promise<Holding[]> {
    const person = await this.persons.find(ctx, { realm, id: applicantId });
    return person ? [{ id: person.id, title: '订阅与推送', at: person.updatedAt, keptBecause: null, isErased: false }] : [];
  }

  async realmsOf(ctx: RequestContext, applicantId: string): Promise<string[]> {
    return (await ctx.manager.findBy(PushPerson, { applicantId })).map(({ realm }) => realm);
  }

  async subjectsOf(ctx: RequestContext, ids: readonly string[]): Promise<SubjectFacts[]> {
    return (await ctx.manager.findBy(PushPerson, { id: In([...ids]) })).map(({ realm, applicantId }) => ({ realm, applicantId, name: null }));
  }

  nameOf(): Promise<null> {
    return Promise.resolve(null);
  }

  async export(ctx: RequestContext, id: string): Promise<ExportPart[]> {
    const person = await ctx.manager.findOneByOrFail(PushPerson, { id });
    const { themes, services, offChannels, pausedAt, createdAt, updatedAt } = person;
    const answers: Record<string, unknown> = {};
    for (const { field, value } of await ctx.manager.findBy(PushAnswer, { person: id })) answers[field] = value === null ? null : await this.store.open(ctx, id, field, value);
    const consents = await ctx.manager.find(PushConsent, { where: { person: id }, order: { id: 'ASC' } });
    const readings = await ctx.manager.findBy(PushReading, { person: id });
    const { items } = await this.notify.listFor(ctx, { realm: person.realm, id: person.applicantId }, { skip: 0, take: maxNotifications });
    const json = {
      themes, services, offChannels, pausedAt, createdAt, updatedAt, answers,
      email: await this.persons.emailOf(ctx, person),
      consents: consents.map(({ field, given, wording, at }) => ({ field, given, wording, at })),
      readings: readings.map(({ policy, times, firstAt, lastAt }) => ({ policy, times, firstAt, lastAt })),
      notifications: items.map(({ topic, title, body, link, createdAt: at, readAt }) => ({ topic, title, body, link, at, readAt })),
    };
    return [{ name: 'push/subscription.json', content: { json } }];
  }

  async erase(ctx: RequestContext, ids: readonly string[]): Promise<ErasureReport> {
    const rows = await ctx.manager.find(PushPerson, { where: { id: In([...ids]) }, lock: { mode: 'pessimistic_write' } });
    await this.notify.erase(ctx, rows.map(({ realm, applicantId }) => ({ realm, id: applicantId })));
    for (const { realm, applicantId } of rows) await ctx.manager.delete(PushRecipient, { realm, applicantId });
    const erased = rows.map(({ id }) => id);
    await this.vault.destroy(ctx, personKind, erased);
    await ctx.manager.delete(PushPerson, { id: In(erased) });
    return { erased, kept: [] };
  }

  /** Who has neither changed anything nor been told anything since. */
  async expired(ctx: RequestContext, before: Date, limit: number): Promise<string[]> {
    const rows = await ctx.manager.query<{ id: string }[]>(
      `SELECT p.id FROM push_person p WHERE p.updated_at < $1 AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.realm = p.realm AND n.recipient = p.applicant_id AND n.created_at >= $1) LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }
}
