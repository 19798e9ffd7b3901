import ExcelJS from 'exceljs';
import { DomainError } from '../errors/domain-error.js';
import { fileErrors } from './file.errors.js';
import { type TableRow, uniqueNames } from './table-row.js';
import { zipEntries } from './zip-entries.js';

/** A million rows of thirty columns have about 400 MB of XML; the texts that all cells share are held in memory. */
const limits = { entries: 10_000, entryBytes: 600 * 1_048_576, totalBytes: 1_024 * 1_048_576 };
const maxSharedStringBytes = 96 * 1_048_576;

/** Rows of the first sheet of a workbook. The whole archive is unpacked once beforehand without being kept, so that no bomb reaches the reader. */
export async function* xlsxRows(path: string): AsyncGenerator<TableRow> {
  await refuseBombs(path);
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', entries: 'ignore' });
  // The reader looks into both for sheets that lie before the workbook's own part, which would set them.
  Object.assign(workbook, { model: { sheets: [] }, properties: { model: {} } });
  let header: string[] | null = null;
  try {
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        const values = (row.values as unknown[]).slice(1).map(plain);
        if (values.every((value) => value === null || value === '')) continue;
        if (!header) {
          header = uniqueNames(Array.from(values, (value) => String(value ?? '')));
          continue;
        }
        yield { n: row.number, cells: Object.fromEntries(header.map((name, index) => [name, values[index] ?? null])), fault: values.length > header.length ? 'columns-differ' : null };
      }
      return;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError(fileErrors.FILE_UNREADABLE, { params: { reason: error instanceof Error ? error.message.slice(0, 200) : 'XLSX' } });
  }
}

async function refuseBombs(path: string): Promise<void> {
  let isWorkbook = false;
  for await (const entry of zipEntries(path, limits)) {
    isWorkbook ||= entry.name === 'xl/workbook.xml';
    let size = 0;
    for await (const chunk of entry.chunks()) {
      size += chunk.length;
      if (entry.name === 'xl/sharedStrings.xml' && size > maxSharedStringBytes) throw new DomainError(fileErrors.ARCHIVE_TOO_LARGE, { params: { limit: '96 MB' } });
    }
  }
  if (!isWorkbook) throw new DomainError(fileErrors.UNSUPPORTED_FILE);
}

/** The value that a person sees in the cell. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return value;
  const { richText, result, text } = value as { richText?: { text: string }[]; result?: unknown; text?: unknown };
  if (richText) return richText.map((part) => part.text).join('');
  return result !== undefined ? plain(result) : text !== undefined ? plain(text) : null;
}
