import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findCited, matchTitles, parsePolicy, proposeMetadata, readCitation, repealsAmong, stateOn, writeNumeral } from '@banshi/policies';
import { periods } from './periods.js';

interface Law { title: string; content: string }
interface Figure { check: string; passed: number; total: number; demand: number; failures: string[] }

export async function readLaws(dataDir: string): Promise<Law[]> {
  return (await readFile(join(dataDir, 'gov_laws_docs', 'docs.jsonl'), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Law);
}

/** Articles parsed, look-up of every article by its name, and what held on which day, over whole statutes. */
export async function measurePolicyStructure(dataDir: string): Promise<Figure[]> {
  const laws = (await readLaws(dataDir)).map((law) => ({ ...law, parsed: parsePolicy(law.content) }));
  return [articles(laws), lookUp(laws), asOfDate(laws)];
}

type Parsed = Law & { parsed: ReturnType<typeof parsePolicy> };

/** The files set every article on a line of its own with a blank behind its number, which a count by line finds without a parser. */
function articles(laws: readonly Parsed[]): Figure {
  const failures: string[] = [];
  let passed = 0;
  let total = 0;
  for (const { title, content, parsed } of laws) {
    const expected = [...content.matchAll(/^(第[一二三四五六七八九十百零]+条(?:之[一二三四五六七八九十]+)?)[ \u3000]+(.{4})/gm)];
    const found = parsed.units.filter(({ kind }) => kind === 'article');
    total += expected.length;
    expected.forEach((match, at) => {
      const unit = found[at];
      const ends = expected[at + 1]?.index ?? content.length;
      if (unit && unit.label === match[1] && unit.start === match.index && unit.end <= ends && parsed.clauses.some((clause) => clause.article === unit.id)) passed += 1;
      else failures.push(`${title} ${match[1]}: ${unit?.label ?? 'nothing'}`);
    });
    for (const extra of found.slice(expected.length)) failures.push(`${title}: ${extra.label} is no article`);
  }
  return { check: 'Statutes: articles parsed', passed, total, demand: 0.995, failures };
}

function lookUp(laws: readonly Parsed[]): Figure {
  const titles = laws.map(({ title }) => title);
  const failures: string[] = [];
  let total = 0;
  for (const [index, { title, parsed }] of laws.entries()) {
    for (const unit of parsed.units.filter(({ kind }) => kind === 'article')) {
      for (const words of [`${title}第${writeNumeral(unit.number)}条`, `《中华人民共和国${title}》第${unit.number}条是什么？`]) {
        total += 1;
        const citation = readCitation(words);
        const [at] = citation ? matchTitles(citation.title, titles) : [];
        const [cited] = citation && at === index ? findCited(laws[at]!.parsed, citation) : [];
        if (cited?.id !== unit.id) failures.push(words);
      }
    }
  }
  return { check: 'Statutes: look-up of 第N条', passed: total - failures.length, total, demand: 1, failures };
}

/** Asked on the day before, on and after every boundary that a document has, with all repeals of the set accepted. */
function asOfDate(laws: readonly Parsed[]): Figure {
  const documents = laws.map(({ title, parsed }) => ({ ...proposeMetadata(parsed, title), title }));
  const ends = new Map(repealsAmong(documents).map(({ repealed, on }) => [repealed, on]));
  const failures: string[] = [];
  let total = 0;
  documents.forEach(({ title, effectiveFrom }, index) => {
    const found = { from: effectiveFrom, to: ends.get(index) ?? null };
    const [from, to] = periods[title]!;
    const days = ['1950-01-01', '2026-01-01', ...[from, to].filter((day) => day !== null).flatMap((day) => [-1, 0, 1].map((by) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)))];
    for (const day of days) {
      total += 1;
      const state = stateOn(found, day);
      const expected = stateOn({ from, to }, day);
      if (state !== expected) failures.push(`${title} on ${day}: ${state}, expected ${expected}`);
    }
  });
  return { check: 'Statutes: as of a date', passed: total - failures.length, total, demand: 1, failures };
}
