export interface TextPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many table cells a finer comparison would stall the page; whole lines are compared instead. */
const cellLimit = 1_000_000;

/** How `before` became `after`: by character in Chinese, by word elsewhere, by line for long texts. */
export function diffText(before: string, after: string): TextPart[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  for (const pattern of [/[A-Za-z0-9_]+|\s+|[\s\S]/gu, /[^\n]*\n|[^\n]+/g]) {
    const a = before.match(pattern) ?? [];
    const b = after.match(pattern) ?? [];
    if (a.length * b.length <= cellLimit) return join(diffTokens(a, b));
  }
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** Longest common subsequence. */
function diffTokens(a: readonly string[], b: readonly string[]): TextPart[] {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const parts: TextPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) {
      parts.push({ kind: 'removed', text: a[i++]! });
    } else {
      parts.push({ kind: 'added', text: b[j++]! });
    }
  }
  return parts;
}

function join(parts: TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}
