/** A part of the report: a table under a title, and whether what is demanded was reached. */
export interface BenchSection { title: string; head: string[]; rows: string[][]; notes: string[]; misses: string[] }

/** What every measurement is given. */
export interface BenchContext {
  dataDir: string;
  /** Folder of the encoder that ships; null where its weights are not there. */
  encoderDir: string | null;
  /** Sentence vectors are kept here for the length of the run. */
  cacheDir: string;
  seeds: readonly number[];
}

export const meanAndDeviation = (values: readonly number[], digits = 4): string => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1));
  return `${mean.toFixed(digits)} ± ${deviation.toFixed(digits)}`;
};

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function toMarkdown({ title, head, rows, notes }: BenchSection): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), '', ...notes.map((note) => `- ${note}`), ...(notes.length > 0 ? [''] : [])].join('\n');
}
