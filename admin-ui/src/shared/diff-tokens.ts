export interface TextPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many table cells a finer comparison would stall the page; whole lines are compared instead. */
const cellLimit = 1_000_000;

/** A run of equal text shorter than this between two changes is chance, such as a 的 that both sentences have. */
const shortestKept = 3;
/** Where less than this share of the longer text is kept, the whole was rewritten. */
const leastKept = 0.25;

/**
 * How `before` became `after`: by character in Chinese, by word elsewhere, by line for long texts; for reading, so that a
 * sentence rewritten is one piece out and one piece in, not a sieve of single characters.
 */
export function diffText(before: string, after: string): TextPart[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  for (const pattern of [/[A-Za-z0-9_]+|\s+|[\s\S]/gu, /[^\n]*\n|[^\n]+/g]) {
    const a = before.match(pattern) ?? [];
    const b = after.match(pattern) ?? [];
    if (a.length * b.length <= cellLimit) return legible(diffTokens(a, b));
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

/** Joins neighbours, and each stretch of changes to one removal followed by one addition. */
function legible(parts: TextPart[]): TextPart[] {
  const runs = join(parts);
  const length = (kind: TextPart['kind']) => runs.reduce((sum, run) => sum + (run.kind === kind ? run.text.length : 0), 0);
  const kept = length('same');
  const isRewritten = kept < leastKept * (kept + Math.max(length('removed'), length('added')));
  const isChance = ({ kind, text }: TextPart, index: number) => kind === 'same' && (isRewritten || (index > 0 && index < runs.length - 1 && text.length < shortestKept && !text.includes('\n')));
  const result: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'same' && !isChance(run, index)) {
      flush();
      result.push(run);
      continue;
    }
    if (run.kind !== 'added') removed += run.text;
    if (run.kind !== 'removed') added += run.text;
  }
  flush();
  return result;
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
