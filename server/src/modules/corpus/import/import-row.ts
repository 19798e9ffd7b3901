import { DomainError } from '../../../platform/errors/domain-error.js';
import { corpusErrors } from '../corpus.errors.js';
import type { UtteranceDraft } from '../utterance.types.js';

/** A line of the file: an utterance that is not yet checked, or why there is none. */
export type ImportRow = { line: number; draft: UtteranceDraft } | { line: number; error: DomainError; value: string };

/** Longest line or record: 2,000 characters with two hundred spans stay far below. */
export const maxLineBytes = 262_144;

const broken = (format: string, reason: string) => new DomainError(corpusErrors.BROKEN_LINE, { params: { format, reason } });

/** Spans as the file gives them; the slot may stand under `slot` or `label`. Throws BROKEN_LINE. */
export function readEntities(value: unknown, format: string): UtteranceDraft['entities'] {
  if (value === undefined || value === null || value === '') return [];
  if (!Array.isArray(value)) throw broken(format, 'entities');
  return value.map((entity: unknown, index) => {
    const { start, end, slot, label } = (entity ?? {}) as Record<string, unknown>;
    const key = slot ?? label;
    if (typeof start !== 'number' || typeof end !== 'number' || typeof key !== 'string') throw broken(format, `entities[${index}]`);
    return { start, end, slot: key };
  });
}

/** A line of JSON Lines: `{"text", "intent"?, "entities"?: [{"start", "end", "slot"}]}`. Throws BROKEN_LINE. */
export function readJsonLine(line: string): UtteranceDraft {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw broken('JSON', (error as Error).message.slice(0, 100));
  }
  const { text, intent, entities } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof text !== 'string') throw broken('JSON', 'text');
  if (intent !== undefined && intent !== null && typeof intent !== 'string') throw broken('JSON', 'intent');
  return { text, intent: intent ? (intent as string) : null, entities: readEntities(entities, 'JSON') };
}

const names: Record<'text' | 'intent' | 'entities', string[]> = {
  text: ['text', 'utterance', '语料', '文本', '内容'],
  intent: ['intent', 'label', '意图', '标签'],
  entities: ['entities', 'slots', '槽位', '实体'],
};

export type CsvColumns = Record<'text' | 'intent' | 'entities', number>;

/** Which column holds what, by the header, Chinese or English. Throws MISSING_COLUMN. */
export function readCsvHeader(header: readonly string[]): CsvColumns {
  const cells = header.map((cell) => cell.trim().toLowerCase());
  const find = (what: keyof typeof names) => cells.findIndex((cell) => names[what].includes(cell));
  const columns = { text: find('text'), intent: find('intent'), entities: find('entities') };
  if (columns.text < 0) throw new DomainError(corpusErrors.MISSING_COLUMN, { params: { header: header.join(', ').slice(0, 200) } });
  return columns;
}

/** A record of CSV; the spans are JSON in their cell. An apostrophe before =, +, - or @ is the export's guard against formulas. */
export function readCsvRecord(record: readonly string[], columns: CsvColumns): UtteranceDraft {
  const text = (record[columns.text] ?? '').replace(/^'(?=[=+\-@\t])/u, '');
  const intent = columns.intent < 0 ? '' : (record[columns.intent] ?? '').trim();
  const cell = columns.entities < 0 ? '' : (record[columns.entities] ?? '').trim();
  let entities: unknown = [];
  try {
    if (cell !== '') entities = JSON.parse(cell);
  } catch {
    throw broken('CSV', 'entities');
  }
  return { text, intent: intent === '' ? null : intent, entities: readEntities(entities, 'CSV') };
}
