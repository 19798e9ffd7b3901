import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { restrict } from './corpus-query.js';
import { Utterance } from './utterance.entity.js';
import type { CorpusFilter } from './utterance.types.js';

const pageSize = 1_000;

@Controller('api/corpus')
export class CorpusExportController {
  constructor(private readonly audit: AuditService) {}

  /** The corpus, or the part that the filter names, as JSON Lines or CSV; streamed page by page. The import reads both. */
  @Get('export')
  @Allow(Permission.CorpusRead)
  async export(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Query('format') format = 'jsonl'): Promise<void> {
    if (format !== 'jsonl' && format !== 'csv') throw new DomainError(commonErrors.INVALID_INPUT, { field: 'format', params: { reason: 'format: jsonl | csv' } });
    const filter = filterOf(request.query as Record<string, unknown>);
    await this.audit.append(ctx, { action: 'corpus.export', target: { kind: 'corpus', key: 'all' }, detail: { format, restrictedBy: Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name])) } });
    response.setHeader('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="corpus.${format}"`);
    await pipeline(Readable.from(format === 'csv' ? csvLines(rowsOf(ctx, filter)) : jsonLines(rowsOf(ctx, filter))), response);
  }
}

function filterOf(query: Record<string, unknown>): CorpusFilter {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? (query[name] as string).slice(0, 200) : undefined);
  const intent = text('intent');
  return { q: text('q'), intents: intent ? [intent] : undefined, slot: text('slot'), source: text('source'), unlabelled: query['unlabelled'] === undefined ? undefined : query['unlabelled'] === 'true' };
}

/** By the order of ids from where the last page ended, so that rows added meanwhile shift nothing. */
async function* rowsOf(ctx: RequestContext, filter: CorpusFilter): AsyncGenerator<Utterance[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await restrict(ctx.manager.createQueryBuilder(Utterance, 'u').where('u.deletedAt IS NULL AND u.id > :after', { after }), filter).orderBy('u.id').limit(pageSize).getMany();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.id;
  }
}

async function* jsonLines(pages: AsyncGenerator<Utterance[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map(({ text, intent, entities, source }) => `${JSON.stringify({ text, intent, entities, source })}\n`).join('');
}

async function* csvLines(pages: AsyncGenerator<Utterance[]>): AsyncGenerator<string> {
  // Excel takes a file without the mark for the system's own code page.
  yield '\ufefftext,intent,entities,source\r\n';
  for await (const page of pages) yield page.map(({ text, intent, entities, source }) => `${[guarded(text), intent ?? '', entities.length > 0 ? JSON.stringify(entities) : '', source].map(cell).join(',')}\r\n`).join('');
}

/** A cell that begins like a formula is run by spreadsheets; the import takes the apostrophe away again. */
const guarded = (text: string) => (/^[=+\-@\t]/u.test(text) ? `'${text}` : text);
const cell = (text: string) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
