import { pinyin } from 'pinyin-pro';

/** A page or action as it can be found. */
export interface Findable {
  label: string;
  path: string;
}

/**
 * Whether typed words mean a text: part of it, or of its full pinyin, or of its pinyin initials.
 * `fq` and `fabu` both find 待发布 only by what they spell: initials `dfb`, syllables `daifabu`.
 */
export function matches(text: string, query: string): boolean {
  const words = query.toLowerCase().trim().split(/\s+/);
  const plain = text.toLowerCase();
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((part) => part.toLowerCase());
  const full = syllables.join('');
  const initials = syllables.map((part) => part.charAt(0)).join('');
  return words.every((word) => plain.includes(word) || full.includes(word) || initials.includes(word));
}
