import { createHash } from 'node:crypto';

/** Full width, letter case and white space do not make a different utterance; punctuation and words do. */
const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Equal for texts that count as the same utterance. */
export const textHash = (text: string): string => createHash('sha256').update(normalise(text)).digest('hex');

/** What similarity compares: letters and digits alone; the normalised text where there are none (an emoji). */
export function foldedText(text: string): string {
  const normal = normalise(text);
  return normal.replace(/[^\p{L}\p{N}]+/gu, '') || normal;
}
