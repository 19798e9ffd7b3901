import { configKinds, type FaqBody, fieldProblemText, findingText, validateBody } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { keyOfTitle } from '../../platform/search/derive-key.js';
import { ItemBatchesService } from '../config/item-batches.service.js';
import { type FaqLine, readFaqCsv } from './faq-csv.js';
import { faqErrors } from './faq.errors.js';

/** Rows of one import; it is done at once. */
const maxRows = 2_000;

export interface FaqImport {
  created: number;
  updated: number;
  unchanged: number;
  problems: { line: number; message: string }[];
}

interface Known {
  key: string;
  title: string;
  org_unit_id: string | null;
  deleted: boolean;
}

const plain = (title: string) => title.normalize('NFKC').replace(/[\p{P}\s]/gu, '').toLowerCase();

/** Imports frequent questions, known by their words, so that a file can be imported again. */
@Injectable()
export class FaqImportsService {
  constructor(private readonly batches: ItemBatchesService) {}

  /** Lines that cannot be taken are named and left out; the others are written, or only counted with `dryRun`. */
  async take(ctx: RequestContext, csv: string, { dryRun, orgUnit }: { dryRun: boolean; orgUnit: string | null }): Promise<FaqImport> {
    const lines = readFaqCsv(csv);
    if (!lines) throw new DomainError(faqErrors.FAQ_COLUMNS_MISSING, { field: 'input.csv' });
    if (lines.length > maxRows) throw new DomainError(faqErrors.FAQ_TOO_MANY, { field: 'input.csv', params: { limit: maxRows } });
    const services = await this.services(ctx);
    const known = new Map((await this.known(ctx)).map((row) => [plain(row.title), row]));
    const taken = new Set([...known.values()].map(({ key }) => key));
    const problems: FaqImport['problems'] = [];
    const entries = new Map<string, { key: string; body: FaqBody; orgUnitId: string | null }>();
    for (const { line, body } of lines.map((one) => withServices(one, services))) {
      const before = known.get(plain(body.title));
      const problem = await problemOf(body, ctx) ?? (entries.has(plain(body.title)) ? faqErrors.FAQ_TWICE[ctx.language] : can(ctx.actor, Permission.ConfigWrite, before ? before.org_unit_id : orgUnit) ? null : faqErrors.FAQ_NOT_YOURS[ctx.language]);
      if (problem !== null) {
        problems.push({ line, message: problem });
        continue;
      }
      const key = before?.key ?? freeKey(body.title, taken);
      taken.add(key);
      entries.set(plain(body.title), { key, body, orgUnitId: orgUnit });
    }
    const batch = [...entries.values()];
    if (dryRun) {
      const created = batch.filter(({ body }) => known.get(plain(body.title))?.deleted !== false).length;
      return { created, updated: batch.length - created, unchanged: 0, problems };
    }
    const { created, updated, unchanged } = await this.batches.put(ctx, 'faq', batch);
    return { created: created.length, updated: updated.length, unchanged: unchanged.length, problems };
  }

  private known(ctx: RequestContext): Promise<Known[]> {
    return ctx.manager.query<Known[]>(`SELECT key, title, org_unit_id, deleted_at IS NOT NULL AS deleted FROM config_item WHERE kind = 'faq' ORDER BY deleted_at NULLS LAST`);
  }

  /** Keys of services by key and by title. */
  private async services(ctx: RequestContext): Promise<ReadonlyMap<string, string>> {
    const rows = await ctx.manager.query<{ key: string; title: string }[]>(`SELECT key, title FROM config_item WHERE kind = 'service' AND deleted_at IS NULL`);
    return new Map(rows.flatMap(({ key, title }) => [[title, key], [key, key]] as const));
  }
}

function withServices({ line, body }: FaqLine, services: ReadonlyMap<string, string>): FaqLine {
  return { line, body: { ...body, services: [...new Set(body.services.map((name) => services.get(name) ?? name))] } };
}

async function problemOf(body: FaqBody, { language }: RequestContext): Promise<string | null> {
  const [invalid] = validateBody('faq', body);
  if (invalid) return `${invalid.path}: ${fieldProblemText(invalid, language)}`;
  const [finding] = (await configKinds.faq.lint('new', body)).filter(({ severity }) => severity === 'error');
  return finding ? findingText(finding, language).message : null;
}

function freeKey(title: string, taken: ReadonlySet<string>): string {
  const key = keyOfTitle(title);
  return taken.has(key) ? keyOfTitle(title, true) : key;
}
