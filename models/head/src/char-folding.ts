/**
 * The plain form of one character: compatibility form (NFKC), lower case. A form of several code points is not taken,
 * so that a folded text has exactly the code points of the text and offsets stay what they were.
 */
export function foldCharacter(character: string): string {
  const folded = character.normalize('NFKC').toLowerCase();
  if (isOneCodePoint(folded)) return folded;
  const lower = character.toLowerCase();
  return isOneCodePoint(lower) ? lower : character;
}

/** {@link foldCharacter} over a whole text. */
export function foldText(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

function isOneCodePoint(text: string): boolean {
  const first = text.codePointAt(0);
  return first !== undefined && text.length === (first > 0xffff ? 2 : 1);
}
