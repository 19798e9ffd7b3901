import { foldCharacter, isHan, isLayout, isZeroWidth } from './fold-character.js';

/** A place in the text as it was written. Offsets are in code points, `end` exclusive; `text` is what stands there. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

const FULL_COMMA = 0xff0c;
/** Between full-width digits a full-width comma groups (４，５６５); after any other it ends a clause ($20，300元). */
const GROUPED = /^\d，\d{3}\.\d/u;
const isFullDigit = (code: number) => code >= 0xff10 && code <= 0xff19;

/**
 * A text made ready for reading: full width becomes half width, traditional characters that numbers, dates and places
 * use become simplified, zero-width characters are gone, and so are blanks beside a Chinese character (三 月 is 三月);
 * a run of other blanks is one space. Every place in it leads back to the text as it was written.
 */
export class ReadableText {
  readonly text: string;
  /** UTF-16 index in `original` of each UTF-16 unit of `text`. */
  private readonly origin: number[] = [];
  /** Length in `original` of what each unit was made of. */
  private readonly width: number[] = [];
  private codePoints: Uint32Array | undefined;

  constructor(readonly original: string) {
    const units: string[] = [];
    let blankAt = -1;
    for (let index = 0; index < original.length; ) {
      const code = original.codePointAt(index) ?? 0;
      const size = code > 0xffff ? 2 : 1;
      if (isLayout(code)) {
        if (blankAt < 0) blankAt = index;
      } else if (!isZeroWidth(code)) {
        const folded = code === FULL_COMMA && !isFullDigit(original.charCodeAt(index - 1)) && !GROUPED.test(original.slice(index - 1, index + 6)) ? '，' : foldCharacter(code);
        const before = units[units.length - 1];
        if (blankAt >= 0 && before !== undefined && !isHan(before) && !isHan(folded)) this.push(units, ' ', blankAt, 1);
        blankAt = -1;
        // What is not folded to one unit keeps both of its surrogates.
        if (folded.length === 2) {
          this.push(units, folded.charAt(0), index, 1);
          this.push(units, folded.charAt(1), index + 1, 1);
        } else this.push(units, folded, index, size);
      }
      index += size;
    }
    this.text = units.join('');
  }

  private push(units: string[], unit: string, at: number, width: number): void {
    units.push(unit);
    this.origin.push(at);
    this.width.push(width);
  }

  /** Where [from, to) of `text` stands in the original. */
  span(from: number, to: number): Span {
    const begin = this.origin[from] ?? this.original.length;
    const end = to > from ? (this.origin[to - 1] ?? 0) + (this.width[to - 1] ?? 0) : begin;
    return { start: this.codePointsBefore(begin), end: this.codePointsBefore(end), text: this.original.slice(begin, end) };
  }

  private codePointsBefore(utf16: number): number {
    if (!this.codePoints) {
      this.codePoints = new Uint32Array(this.original.length + 1);
      let count = 0;
      for (let index = 0; index < this.original.length; ) {
        const size = (this.original.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
        for (let unit = 0; unit < size; unit += 1) this.codePoints[index + unit] = count;
        count += 1;
        index += size;
      }
      this.codePoints[this.original.length] = count;
    }
    return this.codePoints[utf16] ?? 0;
  }
}
