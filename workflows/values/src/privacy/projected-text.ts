import { foldCharacter, isHan, isLayout, isZeroWidth } from '../text/fold-character.js';

/** A text rewritten for reading; each unit of it knows where it came from. */
export interface ProjectedText {
  text: string;
  /** UTF-16 index in the original of each unit, and the index behind it. */
  begin: number[];
  end: number[];
}

/** What people put between the characters of a name or word so that a machine does not see it. */
const BETWEEN_HAN = new Set([...'-.·•・_*~|/\\+']);

/** Folded as values are (half width, simplified), zero-width characters left out. */
export function foldText(original: string): ProjectedText {
  const units: string[] = [];
  const projected: ProjectedText = { text: '', begin: [], end: [] };
  for (let index = 0; index < original.length; ) {
    const code = original.codePointAt(index) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    if (!isZeroWidth(code) && !isMark(code)) {
      const folded = isLayout(code) ? ' ' : foldCharacter(code);
      for (let unit = 0; unit < folded.length; unit += 1) {
        units.push(folded.charAt(unit));
        projected.begin.push(index);
        projected.end.push(index + size);
      }
    }
    index += size;
  }
  projected.text = units.join('');
  return projected;
}

/** Strokes and dots that are drawn over the character before. */
const isMark = (code: number) => (code >= 0x300 && code <= 0x36f) || (code >= 0x20d0 && code <= 0x20ff) || code === 0x180e;

/** Of a folded text: blanks beside Chinese characters go, and so do the dashes and points between two of them. */
export function joinHan(folded: ProjectedText): ProjectedText {
  const { text, begin, end } = folded;
  const keep: number[] = [];
  let run: number[] = [];
  const flush = (next: string) => {
    const before = keep.length > 0 ? text.charAt(keep[keep.length - 1]!) : '';
    const isBlank = run.every((index) => text.charAt(index) === ' ');
    const isDropped = run.length <= 2 && isHan(before) && isHan(next) ? true : isBlank && (isHan(before) || isHan(next));
    if (!isDropped) keep.push(...run);
    run = [];
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === ' ' || BETWEEN_HAN.has(character)) run.push(index);
    else {
      if (run.length > 0) flush(character);
      keep.push(index);
    }
  }
  return { text: keep.map((index) => text.charAt(index)).join(''), begin: keep.map((index) => begin[index]!), end: keep.map((index) => end[index]!) };
}
