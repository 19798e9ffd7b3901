import { writeNumeral } from '@banshi/policies';
import { Parser } from 'htmlparser2';

interface Level {
  start: number;
  format: string;
  /** `第%1条`: what is written, with the numbers of the levels. */
  text: string;
  suffix: string;
}

export interface NumberedStyle {
  numId: string | null;
  level: number;
  basedOn: string | null;
  /** 0 for 标题 1; null for none. */
  outline: number | null;
}

/** The automatic numbers of a document (numbering.xml): Word keeps them beside the text, and 第三条 is often one of them. */
export class DocxNumbering {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly numbers = new Map<string, { abstract: string; starts: Map<number, number> }>();
  private readonly counters = new Map<string, number[]>();

  constructor(xml: string) {
    let abstract: Map<number, Level> | null = null;
    let level: Level | null = null;
    let number: { abstract: string; starts: Map<number, number> } | null = null;
    let overridden = 0;
    const value = (attributes: Record<string, string>) => attributes['w:val'] ?? '';
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (name === 'w:abstractNum') this.abstracts.set(attributes['w:abstractNumId'] ?? '', (abstract = new Map()));
          else if (name === 'w:lvl' && abstract && !number) abstract.set(Number(attributes['w:ilvl']), (level = { start: 1, format: 'decimal', text: '', suffix: 'tab' }));
          else if (name === 'w:start' && level) level.start = Number(value(attributes)) || 0;
          else if (name === 'w:numFmt' && level) level.format = value(attributes);
          else if (name === 'w:lvlText' && level) level.text = value(attributes);
          else if (name === 'w:suff' && level) level.suffix = value(attributes);
          else if (name === 'w:num') this.numbers.set(attributes['w:numId'] ?? '', (number = { abstract: '', starts: new Map() }));
          else if (name === 'w:abstractNumId' && number) number.abstract = value(attributes);
          else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl']);
          else if (name === 'w:startOverride' && number) number.starts.set(overridden, Number(value(attributes)) || 0);
        },
        onclosetag: (name) => {
          if (name === 'w:abstractNum') abstract = null;
          if (name === 'w:lvl') level = null;
          if (name === 'w:num') number = null;
        },
      },
      { xmlMode: true },
    );
    parser.write(xml);
    parser.end();
  }

  /** The number of the next paragraph of this list and level, as it is printed; '' for bullets and unknown lists. */
  next(numId: string, ilvl: number): string {
    const number = this.numbers.get(numId);
    const levels = number && this.abstracts.get(number.abstract);
    const level = levels?.get(ilvl);
    if (!number || !levels || !level || ilvl > 8) return '';
    const counter = this.counters.get(numId) ?? [];
    this.counters.set(numId, counter);
    const start = (at: number) => number.starts.get(at) ?? levels.get(at)?.start ?? 1;
    for (let at = 0; at < ilvl; at += 1) counter[at] ??= start(at);
    counter[ilvl] = (counter[ilvl] ?? start(ilvl) - 1) + 1;
    counter.length = ilvl + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    const written = level.text.replace(/%(\d)/g, (_, digit: string) => writeNumber(counter[Number(digit) - 1] ?? 0, levels.get(Number(digit) - 1)?.format ?? 'decimal'));
    return level.suffix === 'nothing' ? written : `${written} `;
  }
}

const stems = '甲乙丙丁戊己庚辛壬癸';
const romans: [number, string][] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

function writeNumber(number: number, format: string): string {
  if (/^(?:chineseCounting|chineseCountingThousand|japaneseCounting|ideographDigital|taiwaneseCounting|taiwaneseCountingThousand|chineseLegalSimplified)$/.test(format)) return writeNumeral(number);
  if (format === 'ideographTraditional') return stems[number - 1] ?? String(number);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.floor((number - 1) / 26) + 1, 4));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'lowerRoman' || format === 'upperRoman') {
    let rest = Math.min(number, 3999);
    let roman = '';
    for (const [value, sign] of romans) for (; rest >= value; rest -= value) roman += sign;
    return format === 'upperRoman' ? roman.toUpperCase() : roman;
  }
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number);
}

/** Numbering and outline level of the paragraph styles (styles.xml), inherited ones included. */
export function readStyles(xml: string): Map<string, NumberedStyle> {
  const styles = new Map<string, NumberedStyle>();
  let style: NumberedStyle | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style') styles.set(attributes['w:styleId'] ?? '', (style = { numId: null, level: 0, basedOn: null, outline: null }));
        else if (!style) return;
        else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:numId') style.numId = value;
        else if (name === 'w:ilvl') style.level = Number(value);
        else if (name === 'w:outlineLvl') style.outline = Number(value);
      },
      onclosetag: (name) => {
        if (name === 'w:style') style = null;
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  return styles;
}

/** What a style says after what it is based on; a circle of styles ends where it closes. */
export function resolveStyle(styles: ReadonlyMap<string, NumberedStyle>, id: string): { numId: string | null; level: number; outline: number | null } {
  let numId: string | null = null;
  let level = 0;
  let outline: number | null = null;
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    seen.add(at);
    const style: NumberedStyle | undefined = styles.get(at);
    if (!style) break;
    if (numId === null && style.numId !== null) ({ numId, level } = style);
    outline ??= style.outline;
    at = style.basedOn;
  }
  return { numId, level, outline };
}
