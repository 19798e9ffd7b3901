/** Characters that join words and say nothing. */
const joining = new Set('的了和与及或者在是为由对于从到以其之而并也都所被把将按应当可不得有等下列规定本各该');

/** Neighbouring Hanzi, without those that only join; what two sentences share of them says how near they are. */
export function wordPairs(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at += 1) if (!joining.has(characters[at]!) && !joining.has(characters[at + 1]!)) pairs.push(characters[at]! + characters[at + 1]!);
  }
  return pairs;
}
