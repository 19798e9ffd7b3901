const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** The text of a FEEL string literal, quotes and escapes (\n, \", \\, \uXXXX, \UXXXXXX) taken off. An unknown escape stays as written. */
export function unescapeString(literal: string): string {
  const inner = literal.replace(/^"/u, '').replace(/"$/u, '');
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gsu, (whole, short?: string, long?: string, character?: string) => {
    const code = short ?? long;
    if (code !== undefined) return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : whole;
    return ESCAPES[character ?? ''] ?? whole;
  });
}
