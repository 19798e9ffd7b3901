/** The texts of a pasted list: trimmed, without empty lines and list marks; what stands there twice counts once. */
export function linesOf(text: string): { lines: string[]; repeated: number } {
  const all = text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/^\s*(?:[-*•·]|\d{1,3}[.、)）])\s*/u, '').trim())
    .filter(Boolean);
  const lines = [...new Set(all)];
  return { lines, repeated: all.length - lines.length };
}
