/** What a text is found by: its characters and their pairs, over punctuation and white space. Latin words and numbers stay whole. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) {
      terms.push(run.slice(0, 40));
      continue;
    }
    const characters = [...run];
    for (let at = 0; at < characters.length; at += 1) {
      if (characters.length === 1 || !stop.has(characters[at]!)) terms.push(characters[at]!);
      if (at + 1 < characters.length) terms.push(characters[at]! + characters[at + 1]!);
    }
  }
  return terms;
}

/** Characters that say nothing alone; as halves of a pair they may. */
const stop = new Set('的了吗呢啊吧么是在有和与及或者也都就可以能要会不我你他她它这那哪怎什请问之其为被把对于');
