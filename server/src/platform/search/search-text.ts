import { pinyin } from 'pinyin-pro';

/** Longer texts are found by their beginning; titles and codes are far below. */
const maxLength = 500;

/** What a list's search looks in: the words themselves, their pinyin and its initials (办事 → banshi, bs), in lower case. */
export function searchTextOf(...parts: (string | null | undefined)[]): string {
  const text = parts.filter(Boolean).join(' ').slice(0, maxLength).toLowerCase();
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return `${text} ${syllables.join('')} ${syllables.map((syllable) => syllable[0]).join('')}`;
}

/** Text by which titles are sorted: their pinyin with tones, word for word, so that the order is the same on every database. */
export function titleOrderOf(title: string): string {
  return pinyin(title.slice(0, maxLength).toLowerCase(), { toneType: 'num', type: 'array', nonZh: 'consecutive', v: true }).join(' ');
}

/** Patterns for ILIKE: every word of the query must occur. */
export function searchPatterns(query: string): string[] {
  return query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${word.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%`);
}
