import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { toMarkdown } from './bench-section.js';
import type { BenchSection } from './bench-section.js';

const [begin, end] = ['<!-- bench:models:begin -->', '<!-- bench:models:end -->'];

/** Puts sections between the marks of the document, each in the place of an earlier one with its title; others stay. */
export function writeSections(file: string, command: string, facts: readonly string[], sections: readonly BenchSection[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n';
  const [head, rest] = before.split(begin) as [string, string | undefined];
  const [known, tail] = (rest ?? '').split(end) as [string, string | undefined];
  const parts = new Map(known.split(/^(?=### )/m).slice(1).map((part) => [part.slice(0, part.indexOf('\n')), part.trimEnd()]));
  for (const section of sections) parts.set(`### ${section.title}`, toMarkdown(section).trimEnd());
  const body = [begin, '', `\`${command}\` on ${machine}.`, ...facts, '', [...parts.values()].join('\n\n'), '', end].join('\n');
  writeFileSync(file, rest === undefined ? `${head.trimEnd()}\n\n## Models\n\n${body}\n` : `${head}${body}${tail ?? '\n'}`);
}
