import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { byteLines } from '../../../platform/files/byte-lines.js';
import { decodeStrictly, type TextEncoding } from '../../../platform/files/text-encoding.js';
import { corpusErrors } from '../corpus.errors.js';
import type { UtteranceDraft } from '../utterance.types.js';
import { type CsvColumns, type ImportRow, maxLineBytes, readCsvHeader, readCsvRecord, readJsonLine } from './import-row.js';

const shown = (text: string) => text.slice(0, 200);
const replacement = '\ufffd';

/** Rows of a JSON Lines file; a line that cannot be read is a row with its error. */
export async function* readJsonLines(stream: Readable, encoding: TextEncoding): AsyncGenerator<ImportRow> {
  for await (const { n, bytes, isCut } of byteLines(stream, maxLineBytes)) {
    const decoded = decodeStrictly(bytes, encoding);
    const text = (decoded ?? bytes.toString('utf8')).replace(/^\ufeff/u, '');
    if (text.trim() === '') continue;
    if (isCut) yield { line: n, error: new DomainError(corpusErrors.LINE_TOO_LONG, { params: { limit: maxLineBytes / 1024 } }), value: shown(text) };
    else if (decoded === null) yield { line: n, error: new DomainError(corpusErrors.BROKEN_ENCODING), value: shown(text.replaceAll('\u0000', '')) };
    else yield attempt(n, text, () => readJsonLine(text));
  }
}

/** Rows of a CSV file with a header. `line` is the line on which a record starts. */
export async function* readCsv(stream: Readable, encoding: TextEncoding): AsyncGenerator<ImportRow> {
  const parser = parse({ bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true, info: true, maxRecordSize: maxLineBytes });
  // Whatever fails destroys the parser, whose iteration below then throws it.
  pipeline(Readable.from(decoded(stream, encoding)), parser, () => undefined);
  let columns: CsvColumns | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!columns) {
        columns = readCsvHeader(record);
        continue;
      }
      const line = info.lines - record.join(',').split('\n').length + 1;
      const known = columns;
      if (record.some((cell) => cell.includes(replacement))) yield { line, error: new DomainError(corpusErrors.BROKEN_ENCODING), value: shown(record.join(',')) };
      else yield attempt(line, record.join(','), () => readCsvRecord(record, known));
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(corpusErrors.UNREADABLE_FILE, { params: { reason: (error as CsvError).message.slice(0, 200) } });
  }
}

async function* decoded(stream: Readable, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function attempt(line: number, text: string, read: () => UtteranceDraft): ImportRow {
  try {
    return { line, draft: read() };
  } catch (error) {
    if (error instanceof DomainError) return { line, error, value: shown(text) };
    throw error;
  }
}
