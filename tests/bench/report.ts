import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Rate } from './measure.js';

/** A rate beside what it is compared with. */
export interface Comparison {
  what: string;
  ours: Rate;
  plain: Rate;
}

const number = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1));

/** The table, as Markdown that reads well in a terminal too. */
export function table(comparisons: readonly Comparison[]): string {
  const head = ['What', 'Banshi /s', 'p50 ms', 'p99 ms', 'Beside', 'plain /s', 'Ratio'];
  const rows = comparisons.map(({ what, ours, plain }) => [what, number(ours.perSecond), number(ours.p50), number(ours.p99), plain.name, number(plain.perSecond), (ours.perSecond / plain.perSecond).toFixed(2)]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const [begin, end] = ['<!-- bench:begin -->', '<!-- bench:end -->'];

/** Puts the figures into the document, between its marks; what people wrote around them stays. */
export function writeReport(file: string, comparisons: readonly Comparison[], facts: string[]): void {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const machine = `${cpus().length} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const section = [begin, '', `\`npm run bench\` on ${machine}:`, '', table(comparisons), '', ...facts.map((fact) => `- ${fact}`), '', end].join('\n');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# Benchmarks\n\nRates of the product beside plain programs that do the same work, measured in one run on one machine: the ratios travel, the figures do not.\n\n${begin}${end}\n`;
  const [head, rest] = before.split(begin) as [string, string | undefined];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${head}${section}${rest?.split(end)[1] ?? '\n'}`);
}
