import { randomUUID } from 'node:crypto';
import { isOfType, type ProfileField } from '@banshi/policies';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { isEmailAddress } from '../notify/channels.service.js';
import { channelNames } from '../notify/notify.types.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { PersonalStore } from './personal-store.js';
import { PushAnswer } from './push-answer.entity.js';
import { pushErrors } from './push.errors.js';
import { PushPerson } from './push-person.entity.js';
import { type Vocabulary, vocabularyOf } from './vocabulary.js';

/** Whose words these are: the hall has signed him in. */
export interface Applicant {
  realm: string;
  id: string;
}

export interface SubscriptionChange {
  themes?: string[];
  services?: string[];
  /** False for no policies at all. */
  active?: boolean;
  channels?: Partial<Record<string, boolean>>;
  email?: string | null;
  /** By sensitive field. */
  consents?: Record<string, boolean>;
}

const maxThemes = 50;
const maxServices = 200;

/** What applicants say of themselves and of what they want to be told. */
@Injectable()
export class PersonsService {
  constructor(private readonly store: PersonalStore) {}

  find(ctx: RequestContext, { realm, id }: Applicant): Promise<PushPerson | null> {
    return ctx.manager.findOneBy(PushPerson, { realm, applicantId: id });
  }

  async ensure(ctx: RequestContext, applicant: Applicant): Promise<PushPerson> {
    await ctx.manager.query('INSERT INTO push_person (id, realm, applicant_id) VALUES ($1, $2, $3) ON CONFLICT (realm, applicant_id) DO NOTHING', [randomUUID(), applicant.realm, applicant.id]);
    return ctx.manager.findOneByOrFail(PushPerson, { realm: applicant.realm, applicantId: applicant.id });
  }

  async ensureMany(ctx: RequestContext, realm: string, applicantIds: readonly string[]): Promise<void> {
    await ctx.manager.query('INSERT INTO push_person (id, realm, applicant_id) SELECT gen_random_uuid(), $1, a FROM unnest($2::text[]) AS a ON CONFLICT (realm, applicant_id) DO NOTHING', [realm, applicantIds]);
  }

  async emailOf(ctx: RequestContext, person: PushPerson): Promise<string | null> {
    return person.email === null ? null : String(await this.store.open(ctx, person.id, 'email', person.email));
  }

  /** Whether each sensitive field may be used, and since when that is settled. */
  async consentsOf(ctx: RequestContext, person: PushPerson | null): Promise<Map<string, { given: boolean; at: Date }>> {
    if (!person) return new Map();
    const rows = await ctx.manager.query<{ field: string; given: boolean; at: Date }[]>('SELECT DISTINCT ON (field) field, given, at FROM push_consent WHERE person = $1 ORDER BY field, id DESC', [person.id]);
    return new Map(rows.map(({ field, given, at }) => [field, { given, at }]));
  }

  async subscribe(ctx: RequestContext, bundle: LoadedBundle, applicant: Applicant, change: SubscriptionChange): Promise<PushPerson> {
    const { themes, services, active, channels, email } = change;
    if (themes && themes.length > maxThemes) throw invalid(`themes ≤ ${maxThemes}`, 'themes');
    if (services && services.length > maxServices) throw invalid(`services ≤ ${maxServices}`, 'services');
    const unknown = services?.find((key) => !bundle.get('service', key));
    if (unknown !== undefined) throw invalid(unknown.slice(0, 80), 'services');
    const stranger = Object.keys(channels ?? {}).find((name) => !channelNames.some((known) => known === name));
    if (stranger !== undefined) throw invalid(stranger.slice(0, 40), 'channels');
    if (typeof email === 'string' && !isEmailAddress(email)) throw new DomainError(pushErrors.EMAIL_INVALID, { field: 'email' });
    const person = await this.ensure(ctx, applicant);
    const offChannels = channels ? channelNames.filter((name) => (channels[name] === undefined ? person.offChannels.includes(name) : !channels[name])) : person.offChannels;
    await ctx.manager.update(PushPerson, person.id, {
      ...(themes && { themes: [...new Set(themes)] }),
      ...(services && { services: [...new Set(services)] }),
      offChannels,
      pausedAt: active === undefined ? person.pausedAt : active ? null : (person.pausedAt ?? new Date()),
      ...(email !== undefined && { email: email === null ? null : await this.store.seal(ctx, person.id, 'email', email) }),
      updatedAt: new Date(),
    });
    for (const [field, given] of Object.entries(change.consents ?? {})) await this.consent(ctx, vocabularyOf(bundle), person, field, given);
    return this.ensure(ctx, applicant);
  }

  /** Consent withdrawn takes with it what was told under it. */
  async consent(ctx: RequestContext, vocabulary: Vocabulary, person: PushPerson, name: string, given: boolean): Promise<void> {
    const field = known(vocabulary, name, 'consents');
    if (!field.sensitive) throw invalid(name, 'consents');
    const before = (await this.consentsOf(ctx, person)).get(name);
    if ((before?.given ?? false) === given) return;
    await ctx.manager.query('INSERT INTO push_consent (person, field, given, wording) VALUES ($1, $2, $3, $4)', [person.id, name, given, consentWording(field, ctx.language)]);
    if (!given) await ctx.manager.delete(PushAnswer, { person: person.id, field: name });
  }

  /** Values by name; null for what he would not tell, undefined to forget it. Nothing is changed where one of them is wrong. */
  async answer(ctx: RequestContext, bundle: LoadedBundle, applicant: Applicant, answers: ReadonlyMap<string, unknown>): Promise<void> {
    const vocabulary = vocabularyOf(bundle);
    for (const [name, value] of answers) {
      const field = known(vocabulary, name, 'answers');
      const isKnown = field.type !== 'choice' || vocabulary.options(field).some(({ code }) => code === value);
      if (value !== null && value !== undefined && (!isOfType(value, field.type) || !isKnown)) throw new DomainError(pushErrors.ANSWER_INVALID, { field: `answers.${name}`, params: { title: field.title } });
    }
    const person = await this.ensure(ctx, applicant);
    const consents = await this.consentsOf(ctx, person);
    for (const [name, value] of answers) {
      const field = known(vocabulary, name, 'answers');
      if (value === undefined) {
        await ctx.manager.delete(PushAnswer, { person: person.id, field: name });
        continue;
      }
      if (field.sensitive && value !== null && !consents.get(name)?.given) throw new DomainError(pushErrors.CONSENT_NEEDED, { field: `answers.${name}`, params: { title: field.title } });
      await ctx.manager.upsert(PushAnswer, { person: person.id, field: name, value: value === null ? null : await this.store.seal(ctx, person.id, name, value), at: new Date() }, ['person', 'field']);
    }
  }

  /** History that interests are taken from; who wants no policies leaves none. */
  async noteReading(ctx: RequestContext, applicant: Applicant, policy: string): Promise<void> {
    const person = await this.ensure(ctx, applicant);
    if (person.pausedAt) return;
    await ctx.manager.query('INSERT INTO push_reading (person, policy) VALUES ($1, $2) ON CONFLICT (person, policy) DO UPDATE SET times = push_reading.times + 1, last_at = now()', [person.id, policy]);
  }
}

/** What is agreed to, as it is shown where it is asked. */
export const consentWording = ({ title }: ProfileField, language: 'zh' | 'en'): string =>
  language === 'zh' ? `同意使用“${title}”判断我是否符合政策的享受条件；可以随时撤回，撤回后已填写的内容会删除。` : `I agree that “${title}” is used to judge which policies fit me; I can withdraw this at any time, and what I told is then deleted.`;

function known(vocabulary: Vocabulary, name: string, at: string): ProfileField {
  const field = vocabulary.field(name);
  if (!field) throw new DomainError(pushErrors.FIELD_UNKNOWN, { field: `${at}.${name.slice(0, 40)}`, params: { name: name.slice(0, 40) } });
  return field;
}

const invalid = (reason: string, field: string) => new DomainError(pushErrors.SUBSCRIPTION_INVALID, { field, params: { reason } });
