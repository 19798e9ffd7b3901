import { clausesOf } from './clauses.js';
import { outlineHeading, structuralHeading, type Heading } from './headings.js';
import { linesOf, type Line } from './lines.js';
import type { ParsedPolicy, PolicyProblem, Unit, UnitKind } from './policy.types.js';
import { withoutContents } from './table-of-contents.js';

/** How deep a unit stands; one closes all that stand as deep or deeper. */
const rank: Record<UnitKind, number> = { annex: 0, part: 1, chapter: 2, section: 3, heading: 3, article: 4, point: 4, passage: 4, paragraph: 5, item: 6, subitem: 7 };
const prefix: Record<UnitKind, string> = { annex: 'x', part: 'b', chapter: 'c', section: 's', heading: 'h', article: 'a', point: 'p', passage: 't', paragraph: '', item: '', subitem: '' };

/**
 * Reads the structure of a Chinese statute or policy text: 编, 章, 节, 条 (条之一), 款, 项, 目, and outlines by 一、（一）1.
 * Never throws; what is odd (an article number twice, a gap, no structure at all) is a problem with its place. Linear in the text.
 */
export function parsePolicy(text: string): ParsedPolicy {
  return new PolicyParser(text).parse();
}

class PolicyParser {
  private readonly units: Unit[] = [];
  private readonly open: number[] = [];
  private readonly problems: PolicyProblem[] = [];
  private readonly ids = new Map<string, number>();
  /** Paragraphs so far of each article. */
  private readonly children = new Map<number, number>();
  private last = { article: 0, suffix: 0 };
  private numbered: number | null = null;
  private counts = { heading: 0, annex: 0, passage: 0 };

  constructor(private readonly text: string) {}

  parse(): ParsedPolicy {
    const lines = withoutContents(linesOf(this.text));
    const { title, body } = splitTitle(lines);
    for (const line of body) this.read(line);
    if (lines.length === 0) this.problems.push({ code: 'empty', start: 0, end: 0, params: {} });
    else if (this.numbered === null && !this.units.some(({ kind }) => kind === 'heading')) this.problems.push({ code: 'no-structure', start: 0, end: this.text.length, params: {} });
    // Passages before the first numbered unit are head matter: issuer, dates, preamble.
    const units = this.numbered === null ? this.units : this.units.filter((unit) => unit.kind !== 'passage' || unit.start > this.numbered! || unit.parent !== null);
    const kept = units.length === this.units.length ? units : renumbered(this.units, units);
    return { text: this.text, bodyStart: this.numbered ?? body[0]?.start ?? title?.end ?? 0, units: kept, clauses: clausesOf(this.text, kept), problems: this.problems };
  }

  private read(line: Line): void {
    const heading = structuralHeading(line, this.last);
    if (heading?.kind === 'article') return this.readArticle(line, heading);
    if (heading) {
      this.numbered ??= line.start;
      this.add(heading, line.start, line.end);
      return;
    }
    if (/^附\s*[件录表][\s：:0-9一二三四五六七八九十]*/.test(line.text) && line.text.length <= 30) {
      this.add({ kind: 'annex', number: (this.counts.annex += 1), suffix: 0, label: line.text, title: line.text, length: 0 }, line.start, line.end);
      return;
    }
    const outline = outlineHeading(line);
    if (outline) return this.readOutline(line, outline);
    if (line.level > 1) {
      this.add({ kind: 'heading', number: (this.counts.heading += 1), suffix: 0, label: line.text, title: line.text, length: 0 }, line.start, line.end);
      return;
    }
    this.readPlain(line);
  }

  private readArticle(line: Line, heading: Heading): void {
    this.numbered ??= line.start;
    const { number, suffix, label } = heading;
    const id = `a${number}${suffix > 0 ? `-${suffix}` : ''}`;
    if (this.ids.has(id)) this.problems.push({ code: 'article-duplicate', start: line.start, end: line.start + heading.length, params: { label } });
    else if (suffix === 0 && number > this.last.article + 1) this.problems.push({ code: 'article-gap', start: line.start, end: line.start + heading.length, params: { label, expected: this.last.article + 1 } });
    this.last = { article: number, suffix };
    this.add(heading, line.start, line.end);
    if (line.start + heading.length < line.end) this.paragraph(line.start + heading.length, line.end);
  }

  /** 一、 in an article lists (as old statutes do); outside of one it is the unit itself. */
  private readOutline(line: Line, heading: Heading): void {
    const article = this.within('article');
    if (heading.kind === 'point' && !article) {
      this.numbered ??= line.start;
      this.add(heading, line.start, line.end);
      this.paragraph(line.start + heading.length, line.end);
      return;
    }
    if (!article && !this.within('point')) return this.readPlain(line);
    const asItem = heading.kind === 'point' ? { ...heading, kind: 'item' as const, label: `第${heading.label.slice(0, -1)}项` } : heading;
    if (asItem.kind === 'item' || !this.within('item')) this.ensureParagraph(line);
    this.add(asItem.kind === 'subitem' && !this.within('item') ? { ...asItem, kind: 'item', label: `第 ${heading.number} 项` } : asItem, line.start, line.end);
  }

  private readPlain(line: Line): void {
    if (this.within('article')) return this.paragraph(line.start, line.end);
    if (this.within('point')) {
      // In an outline what follows （一） goes on with it; in a statute it is the next 款.
      if (this.within('item')) return this.extend(line.end);
      return this.paragraph(line.start, line.end);
    }
    const number = (this.counts.passage += 1);
    this.add({ kind: 'passage', number, suffix: 0, label: `第 ${number} 段`, title: '', length: 0 }, line.start, line.end);
  }

  private ensureParagraph(line: Line): void {
    if (!this.within('paragraph')) this.paragraph(line.start, line.start);
  }

  private paragraph(start: number, end: number): void {
    const parent = this.indexOf('article') ?? this.indexOf('point');
    const number = parent === null ? 1 : this.childCount(parent) + 1;
    this.add({ kind: 'paragraph', number, suffix: 0, label: '', title: '', length: 0 }, start, end);
  }

  private childCount(parent: number): number {
    return this.children.get(parent) ?? 0;
  }
  private indexOf(kind: UnitKind): number | null {
    return this.open.find((index) => this.units[index]!.kind === kind) ?? null;
  }

  private within(kind: UnitKind): boolean {
    return this.indexOf(kind) !== null;
  }

  private add(heading: Heading, start: number, end: number): void {
    while (this.open.length > 0 && rank[this.units[this.open.at(-1)!]!.kind] >= rank[heading.kind]) this.open.pop();
    const parent = this.open.at(-1) ?? null;
    const unit: Unit = { kind: heading.kind, id: this.idOf(heading, parent), label: heading.kind === 'paragraph' ? paragraphLabel(heading.number) : heading.label, number: heading.number, suffix: heading.suffix, title: heading.title, parent, start, end };
    this.open.push(this.units.push(unit) - 1);
    if (parent !== null && heading.kind === 'paragraph') this.children.set(parent, this.childCount(parent) + 1);
    this.extend(end);
  }

  private extend(end: number): void {
    for (const index of this.open) this.units[index]!.end = end;
  }

  private idOf({ kind, number, suffix }: Heading, parent: number | null): string {
    const above = parent !== null && rank[kind] !== rank.article ? `${this.units[parent]!.id}.` : '';
    const id = `${above}${prefix[kind]}${number}${suffix > 0 ? `-${suffix}` : ''}`;
    const seen = (this.ids.get(id) ?? 0) + 1;
    this.ids.set(id, seen);
    return seen === 1 ? id : `${id}~${seen}`;
  }
}

const paragraphLabel = (number: number) => `第${number <= 10 ? '一二三四五六七八九十'[number - 1] : ` ${number} `}款`;

/** The first line is the title where it reads like one; it belongs to no clause. */
function splitTitle(lines: Line[]): { title: Line | null; body: Line[] } {
  const [first] = lines;
  const isTitle = first !== undefined && (first.level === 1 || (lines.length > 1 && first.text.length <= 80 && !/[。；，：]$/.test(first.text) && !structuralHeading(first, { article: 0, suffix: 0 }) && !outlineHeading(first)));
  return isTitle ? { title: first, body: lines.slice(1) } : { title: null, body: lines };
}

/** The kept units with parents that count among them. */
function renumbered(all: readonly Unit[], kept: readonly Unit[]): Unit[] {
  const places = new Map(kept.map((unit, index) => [unit, index]));
  return kept.map((unit) => ({ ...unit, parent: unit.parent === null ? null : (places.get(all[unit.parent]!) ?? null) }));
}
