/** Code point offsets of one token; null for special tokens. */
export type TokenOffsets = { start: number; end: number } | null;

/**
 * Finds where each token of a text lies, for tokenizers that report no offsets. A character tokenizer gives one token per
 * code point; word pieces are matched against the folded text, an unknown piece taking one code point.
 */
export function alignTokens(characters: readonly string[], tokens: readonly string[], unit: 'code-point' | 'word-piece'): TokenOffsets[] {
  const inner = tokens.length - 2;
  if (unit === 'code-point') {
    if (inner !== characters.length) throw new RangeError(`a character tokenizer gave ${inner} tokens for ${characters.length} code points`);
    return tokens.map((_, i) => (i === 0 || i === tokens.length - 1 ? null : { start: i - 1, end: i }));
  }
  const folded = characters.map((character) => character.normalize('NFKC').toLowerCase());
  let at = 0;
  return tokens.map((token, i) => {
    if (i === 0 || i === tokens.length - 1) return null;
    while (at < folded.length && folded[at]!.trim() === '') at++;
    const piece = token.startsWith('##') && token.length > 2 ? token.slice(2) : token;
    const start = at;
    let rest = piece.toLowerCase();
    while (at < folded.length && rest !== '' && rest.startsWith(folded[at]!)) rest = rest.slice(folded[at++]!.length);
    if (at === start && at < folded.length) at++;
    return { start, end: at };
  });
}
