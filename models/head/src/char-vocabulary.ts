import { foldCharacter } from './char-folding.js';
import { commonCharacters } from './common-characters.js';
import type { TextCodec } from './text-codec.js';
import { tokenizerFile } from './tokenizer-file.js';

export const PAD_ID = 0;
export const UNKNOWN_ID = 1;
export const START_ID = 2;
export const END_ID = 3;
export const SPECIAL_TOKENS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const;

/** Planes whose characters may fold to a simple one: the basic plane, letter-like symbols, compatibility Hanzi. */
const ALIAS_RANGES: [number, number][] = [[0x20, 0xd7ff], [0xf900, 0xffff], [0x1d400, 0x1d7ff], [0x1f100, 0x1f1ff], [0x2f800, 0x2fa1f]];

/**
 * One id per folded character. Every surface form (capital, full-width, compatibility) is an entry of its own with the
 * id of its plain form, so plain tokenizers fold without a normaliser and one code point is always one token.
 */
export class CharVocabulary implements TextCodec {
  private readonly ids = new Map<string, number>();
  readonly size: number;

  constructor(texts: Iterable<string>) {
    const characters = new Set(commonCharacters().map(foldCharacter));
    for (const text of texts) for (const character of text) characters.add(foldCharacter(character));
    let next: number = SPECIAL_TOKENS.length;
    for (const character of [...characters].sort()) this.ids.set(character, next++);
    this.size = next;
    for (const [alias, plain] of surfaceForms()) {
      const id = this.ids.get(plain);
      if (id !== undefined) this.ids.set(alias, id);
    }
  }

  /** `[CLS]`, one id per code point, `[SEP]`; at most `maxLength` ids. */
  encode(text: string, maxLength: number): number[] {
    const ids: number[] = [START_ID];
    for (const character of text) {
      if (ids.length === maxLength - 1) break;
      ids.push(this.ids.get(character) ?? UNKNOWN_ID);
    }
    ids.push(END_ID);
    return ids;
  }

  idOf(character: string): number | undefined {
    return this.ids.get(character);
  }

  file(): string {
    return JSON.stringify(tokenizerFile(Object.fromEntries(this.entries())));
  }

  private entries(): [string, number][] {
    return [...SPECIAL_TOKENS.map((token, id): [string, number] => [token, id]), ...this.ids];
  }
}

let cachedForms: [string, string][] | undefined;

/** Characters that fold to another one, with that one. */
function surfaceForms(): [string, string][] {
  cachedForms ??= ALIAS_RANGES.flatMap(([first, last]) => {
    const forms: [string, string][] = [];
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      const plain = foldCharacter(character);
      if (plain !== character) forms.push([character, plain]);
    }
    return forms;
  });
  return cachedForms;
}
