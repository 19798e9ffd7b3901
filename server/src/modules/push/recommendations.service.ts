import type { PolicyBody } from '@banshi/bundle';
import { type EligibilityCondition, interestText, profileValueText, reasonText, stateOn } from '@banshi/policies';
import { chinaDate, isoDate } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { channelNames } from '../notify/notify.types.js';
import { FactsService, type KnownPerson } from './facts.service.js';
import { type Applicant, consentWording, PersonsService } from './persons.service.js';
import { isPolicyFacts, type PolicyFacts, policyWords, type Words } from './policy-message.js';
import { type Assessment, assess, variablesOf } from './recommend.js';
import { vocabularyOf } from './vocabulary.js';

/** Why a policy is shown to a person, what is still needed to be sure, and what would need his consent. */
export function explain(ctx: RequestContext, bundle: LoadedBundle, body: PolicyBody, { eligibility, signals, verdict }: Assessment) {
  const vocabulary = vocabularyOf(bundle);
  const { titles } = vocabulary;
  const conditions = body.eligibility ?? [];
  return {
    verdict,
    conditions: eligibility.conditions.map((one) => ({ key: one.key, title: one.title, verdict: one.verdict, reason: reasonText(one, vocabulary.fields, titles, ctx.language) })),
    interests: signals.map((signal) => interestText(signal, (key) => titles.service(key) ?? key, ctx.language)),
    ask: eligibility.ask.flatMap((name) => {
      const field = vocabulary.field(name);
      return field ? [{ field: name, title: field.title, question: questionFor(name, eligibility.conditions, conditions) || field.question || field.title, type: field.type, unit: field.unit, options: vocabulary.options(field), sensitive: field.sensitive }] : [];
    }),
    consent: eligibility.withheld.flatMap((name) => {
      const field = vocabulary.field(name);
      return field ? [{ field: name, title: field.title, wording: consentWording(field, ctx.language) }] : [];
    }),
  };
}

/** A condition's own question stands for it where the one thing is missing. */
function questionFor(name: string, verdicts: Assessment['eligibility']['conditions'], conditions: readonly EligibilityCondition[]): string | null {
  const open = verdicts.find(({ missing }) => missing.length === 1 && missing[0] === name);
  return conditions.find(({ key }) => key === open?.key)?.missingQuestion ?? null;
}

const rank = { fits: 0, unknown: 1, unfit: 2 };
export const today = (now: Date) => isoDate(chinaDate(now));

/** Policies for one applicant, with every reason. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly facts: FactsService,
    private readonly persons: PersonsService,
  ) {}

  /** Those in force or about to be: what fits first, then what lacks least. What does not fit is left out unless `all`. */
  async list(ctx: RequestContext, bundle: LoadedBundle, applicant: Applicant, options: { all?: boolean } = {}) {
    const now = new Date();
    const on = today(now);
    const policies = bundle.keys('policy').flatMap((key) => {
      const body = bundle.get('policy', key)!;
      const state = stateOn({ from: body.effectiveFrom, to: body.effectiveTo }, on);
      return state === 'effective' || state === 'pending' ? [{ key, body, state }] : [];
    });
    const person = await this.gather(ctx, bundle, applicant, variablesOf(policies.map(({ body }) => body)), now);
    return policies
      .map(({ key, body, state }) => ({ key, title: body.title, issuer: body.issuer, effectiveFrom: body.effectiveFrom, themes: body.themes, services: body.services, state, body, assessment: assess(bundle, key, body, person, now) }))
      // Without conditions and without an interest there is nothing to say about a policy.
      .filter(({ assessment, body }) => (options.all ? body.eligibility !== undefined || assessment.signals.length > 0 : assessment.verdict !== 'unfit'))
      .sort((a, b) => rank[a.assessment.verdict] - rank[b.assessment.verdict] || b.assessment.signals.length - a.assessment.signals.length || a.assessment.eligibility.ask.length - b.assessment.eligibility.ask.length)
      .map(({ body, assessment, ...card }) => ({ policy: card, ...explain(ctx, bundle, body, assessment) }));
  }

  /** A notification in the reader's language. */
  wordsOf(ctx: RequestContext, { title, body, facts }: Words & { facts: Record<string, unknown> }): Words {
    return isPolicyFacts(facts) ? policyWords(facts as unknown as PolicyFacts, ctx.language) : { title, body };
  }

  /** Why one policy is, or is not, for the applicant. */
  async one(ctx: RequestContext, bundle: LoadedBundle, applicant: Applicant, key: string) {
    const body = bundle.get('policy', key);
    if (!body) return null;
    const now = new Date();
    const person = await this.gather(ctx, bundle, applicant, variablesOf([body]), now);
    return { policy: { key, title: body.title }, ...explain(ctx, bundle, body, assess(bundle, key, body, person, now)) };
  }

  /** What the applicant wants to be told and how, with what he can choose from. */
  async subscription(ctx: RequestContext, bundle: LoadedBundle, applicant: Applicant) {
    const person = await this.persons.find(ctx, applicant);
    const consents = await this.persons.consentsOf(ctx, person);
    const themes = bundle.keys('policy').flatMap((key) => bundle.get('policy', key)!.themes);
    return {
      bundle: bundle.sha256,
      active: !person?.pausedAt,
      themes: person?.themes ?? [],
      services: person?.services ?? [],
      channels: Object.fromEntries(channelNames.map((name) => [name, !person?.offChannels.includes(name)])),
      email: person ? await this.persons.emailOf(ctx, person) : null,
      consents: vocabularyOf(bundle)
        .fields.filter(({ sensitive }) => sensitive)
        .map((field) => ({ field: field.name, title: field.title, wording: consentWording(field, ctx.language), given: consents.get(field.name)?.given ?? false, at: consents.get(field.name)?.at ?? null })),
      options: {
        themes: [...new Set(themes)].sort((a, b) => a.localeCompare(b, 'zh')),
        services: bundle.keys('service').map((key) => ({ key, title: bundle.get('service', key)!.title })),
      },
    };
  }

  /** What is known of the applicant, where from, and what he may say himself. */
  async profile(ctx: RequestContext, bundle: LoadedBundle, applicant: Applicant) {
    const { fields, titles, options } = vocabularyOf(bundle);
    const person = await this.gather(ctx, bundle, applicant, fields.map(({ name }) => name), new Date());
    const consents = await this.persons.consentsOf(ctx, person.person);
    return fields.map((field) => {
      const value = person.facts.values[field.name] ?? null;
      const source = person.sources[field.name];
      const isDeclined = person.facts.declined.has(field.name);
      return {
        field: field.name,
        title: field.title,
        question: field.question || field.title,
        type: field.type,
        unit: field.unit,
        options: options(field),
        sensitive: field.sensitive,
        consent: field.sensitive ? (consents.get(field.name)?.given ?? false) : null,
        value,
        text: value === null ? null : profileValueText(field, value, titles, ctx.language),
        declined: isDeclined,
        source: source === undefined ? null : source === 'answer' ? { type: 'answer' as const } : { type: 'case' as const, service: source.service, title: titles.service(source.service) ?? source.service },
      };
    });
  }

  private async gather(ctx: RequestContext, bundle: LoadedBundle, { realm, id }: Applicant, wanted: readonly string[], now: Date): Promise<KnownPerson> {
    const [person] = await this.facts.gather(ctx, bundle, realm, [id], wanted, now);
    return person!;
  }
}
