import { RE2JS } from 're2js';

/** Long Unicode category names that ECMAScript has and RE2 lacks. */
const CATEGORIES: Record<string, string> = {
  Letter: 'L',
  Lowercase_Letter: 'Ll',
  Uppercase_Letter: 'Lu',
  Mark: 'M',
  Number: 'N',
  Decimal_Number: 'Nd',
  Punctuation: 'P',
  Symbol: 'S',
  Separator: 'Z',
};

/** A longer pattern is machine-made; nobody can maintain it in a form. */
const MAX_PATTERN_LENGTH = 1000;

const compiled = new Map<string, RE2JS>();
/** Forms have a handful of patterns each; the bound keeps a process that sees many forms small. */
const MAX_CACHED = 500;

/**
 * Compiles an ECMAScript pattern for RE2, whose running time is linear in the text.
 * @throws Error when the pattern is malformed or needs back-references or look-around, which RE2 refuses.
 */
export function compilePattern(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern.length > MAX_PATTERN_LENGTH) throw new Error(`longer than ${MAX_PATTERN_LENGTH} characters`);
  const named = pattern.replace(/\\([pP])\{(?:Script=|sc=|General_Category=|gc=)?(\w+)\}/gu, (_, p: string, name: string) => `\\${p}{${CATEGORIES[name] ?? name}}`);
  const re = RE2JS.compile(RE2JS.translateRegExp(named));
  if (compiled.size >= MAX_CACHED) compiled.clear();
  compiled.set(pattern, re);
  return re;
}

/** Why a pattern cannot be used; null when it can. */
export function patternProblem(pattern: string): string | null {
  try {
    compilePattern(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether the pattern occurs in the text. One that cannot be used matches nothing, so that a broken form stays closed. */
export function matchesPattern(pattern: string, text: string): boolean {
  try {
    return compilePattern(pattern).test(text);
  } catch {
    return false;
  }
}
