/** So many characters one vector stands for: more blur what a passage says. */
const length = 100;

/** A text in stretches that end at sentences where they can, each at most `length` characters and a half. */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  let current = '';
  for (const sentence of text.match(/[^。；！？\n]+[。；！？\n]*/gu) ?? []) {
    if (current !== '' && current.length + sentence.length > length) {
      passages.push(current);
      current = '';
    }
    for (let at = 0; at < sentence.length; at += length * 1.5) {
      if (at > 0) {
        passages.push(current);
        current = '';
      }
      current += sentence.slice(at, at + length * 1.5);
    }
  }
  if (current.trim() !== '') passages.push(current);
  return passages.map((passage) => passage.trim()).filter((passage) => passage !== '');
}
