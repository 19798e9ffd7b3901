import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { DomainError } from '../errors/domain-error.js';
import { byteLines } from './byte-lines.js';
import { fileErrors } from './file.errors.js';
import { jsonElements } from './json-elements.js';
import { decodeStrictly, detectEncoding, type TextEncoding } from './text-encoding.js';
import { type TableRow, uniqueNames } from './table-row.js';
import { xlsxRows } from './xlsx-rows.js';

export type TableFormat = 'csv' | 'xlsx' | 'json' | 'jsonl';

export interface Table {
  path: string;
  format: TableFormat;
  /** Null where the format fixes it. */
  encoding: TextEncoding | null;
  delimiter: string | null;
}

const maxRowBytes = 1_048_576;
const replacement = '\ufffd';

/** Looks at the beginning of a file to see how it is to be read. */
export async function openTable(path: string): Promise<Table> {
  const head = await readHead(path);
  if (head.length === 0) throw new DomainError(fileErrors.EMPTY_FILE);
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return { path, format: 'xlsx', encoding: null, delimiter: null };
  const encoding = await detectEncoding(createReadStream(path));
  if (!encoding.startsWith('utf-16') && head.includes(0)) throw new DomainError(fileErrors.UNSUPPORTED_FILE);
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (text === '') throw new DomainError(fileErrors.EMPTY_FILE);
  if (text.startsWith('[')) return { path, format: 'json', encoding, delimiter: null };
  if (text.startsWith('{')) return { path, format: isJson(text.split('\n', 1)[0]!) || encoding !== 'utf-8' ? 'jsonl' : 'json', encoding, delimiter: null };
  return { path, format: 'csv', encoding, delimiter: delimiterOf(text) };
}

/** The rows of a table, one after another in bounded memory. `onBytes` hears how much of the file has been read. */
export async function* tableRows(table: Table, onBytes: (read: number) => void = () => undefined): AsyncGenerator<TableRow> {
  if (table.format === 'xlsx') {
    yield* xlsxRows(table.path);
    return;
  }
  const stream = createReadStream(table.path);
  stream.on('data', () => onBytes(stream.bytesRead));
  const encoding = table.encoding ?? 'utf-8';
  try {
    if (table.format === 'csv') yield* csvRows(decoded(stream, encoding), table.delimiter ?? ',');
    else if (table.format === 'jsonl' && !encoding.startsWith('utf-16')) yield* jsonLineRows(stream, encoding);
    else yield* jsonRows(decoded(stream, encoding));
  } finally {
    stream.destroy();
  }
}

async function* csvRows(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<TableRow> {
  const parser = parse({ bom: true, delimiter, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: false, maxRecordSize: maxRowBytes });
  // Whatever fails destroys the parser, whose iteration below then throws it.
  pipeline(Readable.from(chunks), parser, () => undefined);
  let header: string[] | null = null;
  let n = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      n += 1;
      if (record.every((cell) => cell.trim() === '')) continue;
      if (!header) {
        header = uniqueNames(record);
        continue;
      }
      const cells = Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
      const isBroken = record.some((cell) => cell.includes(replacement));
      yield { n, cells, fault: isBroken ? 'broken-text' : record.length > header.length && record.slice(header.length).some(Boolean) ? 'columns-differ' : null };
    }
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError(fileErrors.FILE_UNREADABLE, { params: { reason: (error as CsvError).message.slice(0, 200) } });
  }
}

async function* jsonLineRows(stream: Readable, encoding: TextEncoding): AsyncGenerator<TableRow> {
  for await (const { n, bytes, isCut } of byteLines(stream, maxRowBytes)) {
    const text = decodeStrictly(bytes, encoding);
    if (text?.replace(/^\ufeff/u, '').trim() === '') continue;
    yield isCut ? { n, cells: {}, fault: 'row-too-long' } : text === null ? { n, cells: {}, fault: 'broken-text' } : jsonRow(n, text.replace(/^\ufeff/u, ''));
  }
}

async function* jsonRows(chunks: AsyncIterable<string>): AsyncGenerator<TableRow> {
  let n = 0;
  for await (const { text, isCut } of jsonElements(chunks)) {
    n += 1;
    yield isCut ? { n, cells: {}, fault: 'row-too-long' } : jsonRow(n, text);
  }
}

function jsonRow(n: number, text: string): TableRow {
  if (text.includes(replacement)) return { n, cells: {}, fault: 'broken-text' };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { n, cells: value as Record<string, unknown>, fault: null } : { n, cells: {}, fault: 'not-an-object' };
  } catch {
    return { n, cells: {}, fault: 'not-json' };
  }
}

function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string) => line.split(delimiter).length;
  return ['\t', ';'].find((delimiter) => count(delimiter) > count(',')) ?? ',';
}

async function* decoded(stream: Readable, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
