import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { toMarkdown } from './bench-section.js';
import type { BenchSection } from './bench-section.js';

const [begin, end] = ['<!-- bench:models:begin -->', '<!-- bench:models:end -->'];

/** Puts the figures between the marks of the document, at its end where it has none yet. */
export function writeSections(file: string, command: string, facts: readonly string[], sections: readonly BenchSection[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const body = [begin, '', `\`${command}\` on ${machine}.`, ...facts, '', ...sections.map(toMarkdown), end].join('\n');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n';
  const [head, rest] = before.split(begin) as [string, string | undefined];
  writeFileSync(file, rest === undefined ? `${head.trimEnd()}\n\n## Models\n\n${body}\n` : `${head}${body}${rest.split(end)[1] ?? '\n'}`);
}
