import type { FaqBody } from '@banshi/bundle';
import { parse } from 'csv-parse/sync';

/** Headings by which a column is known, in either language. */
const headings: Record<keyof FaqBody, readonly string[]> = {
  title: ['问题', 'question'],
  similar: ['相似问法', '其他问法', 'similar'],
  answer: ['解答', '答案', '回答', 'answer'],
  services: ['相关事项', '事项', 'services'],
  themes: ['主题', 'themes'],
  validFrom: ['生效日期', 'valid from'],
  validTo: ['失效日期', 'valid to'],
  source: ['来源', 'source'],
};

export interface FaqLine {
  /** Line of the file, from 1 with the headings. */
  line: number;
  body: FaqBody;
}

/** Reads questions from CSV with headings; lists inside a cell are separated by ； or |. Null where a heading for question or answer is missing or the text is no CSV. */
export function readFaqCsv(text: string): FaqLine[] | null {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as typeof rows;
  } catch {
    return null;
  }
  const first = rows[0]?.record.map((cell) => cell.trim().toLowerCase()) ?? [];
  const columns = new Map((Object.keys(headings) as (keyof FaqBody)[]).map((name) => [name, first.findIndex((cell) => headings[name].includes(cell))]));
  if (columns.get('title')! < 0 || columns.get('answer')! < 0) return null;
  return rows.slice(1).map(({ record, info }) => {
    const cell = (name: keyof FaqBody) => record[columns.get(name)!] ?? '';
    const list = (name: keyof FaqBody) => [...new Set(cell(name).split(/[；;|\n]/u).map((part) => part.trim()).filter(Boolean))];
    const day = (name: 'validFrom' | 'validTo') => cell(name).replace(/^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?$/u, (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) || null;
    return { line: info.lines, body: { title: cell('title'), similar: list('similar'), answer: cell('answer'), services: list('services'), themes: list('themes'), validFrom: day('validFrom'), validTo: day('validTo'), source: cell('source') } };
  });
}
