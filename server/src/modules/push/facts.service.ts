import { type Interests, type ProfileFacts, type ProfileField, readFact } from '@banshi/policies';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { CaseVaultService } from '../cases/case-vault.service.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { PersonalStore } from './personal-store.js';
import { PushAnswer } from './push-answer.entity.js';
import { PushPerson } from './push-person.entity.js';
import { vocabularyOf } from './vocabulary.js';

/** Everything that is known of an applicant for this purpose. */
export interface KnownPerson {
  applicantId: string;
  person: PushPerson | null;
  facts: ProfileFacts;
  /** Where each known value comes from. */
  sources: Record<string, 'answer' | { service: string }>;
  interests: Interests;
}

interface CaseRow {
  id: string;
  applicantId: string;
  service: string;
  at: Date;
  values: Record<string, unknown> | null;
}

/** Gathers what is known of many applicants at once: what they answered, what their cases say, what they did. */
@Injectable()
export class FactsService {
  constructor(
    private readonly store: PersonalStore,
    private readonly cases: CaseVaultService,
  ) {}

  /** @param wanted Names that will be read; nothing else is opened. */
  async gather(ctx: RequestContext, bundle: LoadedBundle, realm: string, applicantIds: readonly string[], wanted: readonly string[], now: Date): Promise<KnownPerson[]> {
    const fields = vocabularyOf(bundle).fields.filter(({ name }) => wanted.includes(name));
    const persons = new Map((await ctx.manager.findBy(PushPerson, { realm, applicantId: In([...applicantIds]) })).map((row) => [row.applicantId, row]));
    const personIds = [...persons.values()].map(({ id }) => id);
    const consents = await this.consents(ctx, personIds);
    const mayRead = (person: string | undefined, { sensitive, name }: ProfileField) => !sensitive || (consents.get(person ?? '')?.has(name) ?? false);
    const answers = await this.answers(ctx, personIds, fields, mayRead);
    const readings = await this.readings(ctx, personIds);
    const history = await this.history(ctx, realm, applicantIds);
    const cases = await this.caseFacts(ctx, realm, applicantIds, fields, (id, field) => mayRead(persons.get(id)?.id, field));
    const result: KnownPerson[] = [];
    for (const applicantId of applicantIds) {
      const person = persons.get(applicantId) ?? null;
      const { used = [], granted = [] } = history.get(applicantId) ?? {};
      const facts = { values: { usedServices: used, grantedServices: granted } as Record<string, unknown>, consents: consents.get(person?.id ?? '') ?? new Set<string>(), declined: new Set<string>() };
      const sources: KnownPerson['sources'] = {};
      for (const { field, rows } of cases) fromCases(field, rows.get(applicantId) ?? [], facts.values, sources, now);
      for (const { field, value } of answers.get(person?.id ?? '') ?? []) {
        // What a person says himself is newer than what an application of his once said.
        if (value === null) facts.declined.add(field);
        else {
          facts.values[field] = value;
          sources[field] = 'answer';
        }
      }
      const read = (readings.get(person?.id ?? '') ?? []).flatMap((key) => {
        const body = bundle.get('policy', key);
        return body ? [{ key, title: body.title, themes: body.themes }] : [];
      });
      result.push({ applicantId, person, facts, sources, interests: { themes: person?.themes ?? [], services: person?.services ?? [], usedServices: used, read } });
    }
    return result;
  }

  /** The newest word counts. */
  private async consents(ctx: RequestContext, persons: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await ctx.manager.query<{ person: string; field: string }[]>(`SELECT person, field FROM (SELECT DISTINCT ON (person, field) person, field, given FROM push_consent WHERE person = ANY($1::uuid[]) ORDER BY person, field, id DESC) c WHERE given`, [persons]);
    return grouped(rows, ({ person }) => person, ({ field }) => field, (list) => new Set(list));
  }

  /** By person; a refusal is null. What may not be read is not opened. */
  private async answers(ctx: RequestContext, persons: readonly string[], fields: readonly ProfileField[], mayRead: (person: string, field: ProfileField) => boolean): Promise<Map<string, { field: string; value: unknown }[]>> {
    const rows = await ctx.manager.findBy(PushAnswer, { person: In([...persons]), field: In(fields.map(({ name }) => name)) });
    const readable = rows.filter(({ person, field, value }) => value === null || mayRead(person, fields.find(({ name }) => name === field)!));
    const sealed = readable.flatMap(({ person, field, value }) => (value === null ? [] : [{ person, field, sealed: value }]));
    const values = await this.store.openMany(ctx, sealed);
    const opened = new Map(sealed.map(({ person, field }, index) => [`${person} ${field}`, values[index]]));
    return grouped(readable, ({ person }) => person, ({ person, field }) => ({ field, value: opened.get(`${person} ${field}`) ?? null }), (list) => list);
  }

  private async readings(ctx: RequestContext, persons: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await ctx.manager.query<{ person: string; policy: string }[]>(`SELECT person, policy FROM push_reading WHERE person = ANY($1::uuid[]) AND last_at > now() - interval '1 year' ORDER BY last_at DESC`, [persons]);
    return grouped(rows, ({ person }) => person, ({ policy }) => policy, (list) => list);
  }

  private async history(ctx: RequestContext, realm: string, applicantIds: readonly string[]): Promise<Map<string, { used: string[]; granted: string[] }>> {
    const rows = await ctx.manager.query<{ applicantId: string; used: string[]; granted: string[] | null }[]>(
      `SELECT applicant_id AS "applicantId", array_agg(DISTINCT service) AS used, array_agg(DISTINCT service) FILTER (WHERE result = 'granted') AS granted
         FROM service_case WHERE realm = $1 AND applicant_id = ANY($2::text[]) GROUP BY 1`,
      [realm, applicantIds],
    );
    return new Map(rows.map(({ applicantId, used, granted }) => [applicantId, { used, granted: granted ?? [] }]));
  }

  /** What cases say of each field. A sensitive one is looked for only in the cases of those who have consented to it. */
  private async caseFacts(ctx: RequestContext, realm: string, applicantIds: readonly string[], fields: readonly ProfileField[], mayRead: (applicantId: string, field: ProfileField) => boolean): Promise<{ field: ProfileField; rows: Map<string, CaseRow[]> }[]> {
    const open = fields.filter(({ sensitive }) => !sensitive);
    const rows = await this.caseValues(ctx, realm, applicantIds, open);
    const found = open.map((field) => ({ field, rows }));
    for (const field of fields.filter(({ sensitive, sources }) => sensitive && sources.length > 0)) {
      const consenting = applicantIds.filter((id) => mayRead(id, field));
      if (consenting.length > 0) found.push({ field, rows: await this.caseValues(ctx, realm, consenting, [field]) });
    }
    return found;
  }

  /** Of each applicant and service the newest case that was not withdrawn, with the fields that are sources and nothing else. */
  private async caseValues(ctx: RequestContext, realm: string, applicantIds: readonly string[], fields: readonly ProfileField[]): Promise<Map<string, CaseRow[]>> {
    const sources = fields.flatMap((field) => field.sources);
    if (sources.length === 0) return new Map();
    const rows = await ctx.manager.query<CaseRow[]>(
      `SELECT DISTINCT ON (applicant_id, service) id, applicant_id AS "applicantId", service, submitted_at AS at,
              (SELECT jsonb_object_agg(name, data -> name) FROM unnest($4::text[]) AS name WHERE data ? name) AS values
         FROM service_case WHERE realm = $1 AND applicant_id = ANY($2::text[]) AND service = ANY($3::text[]) AND result IS DISTINCT FROM 'withdrawn'
        ORDER BY applicant_id, service, submitted_at DESC`,
      [realm, applicantIds, [...new Set(sources.map(({ service }) => service))], [...new Set(sources.map(({ field }) => field))]],
    );
    const opened = await this.cases.openMany(ctx, rows.map(({ id, values }) => ({ id, data: values ?? {} })));
    rows.forEach((row, index) => (row.values = opened[index]!));
    return grouped(rows, ({ applicantId }) => applicantId, (row) => row, (list) => list.sort((a, b) => b.at.getTime() - a.at.getTime()));
  }
}

function fromCases(field: ProfileField, cases: readonly CaseRow[], values: Record<string, unknown>, sources: KnownPerson['sources'], now: Date): void {
  for (const { service, values: found } of cases) {
    for (const source of field.sources) {
      if (source.service !== service) continue;
      const value = readFact(found?.[source.field], source.reading, field.type, now);
      if (value === null) continue;
      values[field.name] = value;
      sources[field.name] = { service };
      return;
    }
  }
}

function grouped<R, V, L>(rows: readonly R[], keyOf: (row: R) => string, valueOf: (row: R) => V, finish: (list: V[]) => L): Map<string, L> {
  const lists = new Map<string, V[]>();
  for (const row of rows) lists.set(keyOf(row), [...(lists.get(keyOf(row)) ?? []), valueOf(row)]);
  return new Map([...lists].map(([key, list]) => [key, finish(list)]));
}
