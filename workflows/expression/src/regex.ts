import { RE2JS } from 're2js';
import { fail, type Span } from './problem.js';

const MAX_PATTERN_LENGTH = 500;
/** Input characters times states of the program: some tens of milliseconds at the very most. */
const MAX_WORK = 5_000_000;
const FLAGS: Record<string, number> = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE };

/** Compiles a pattern of RE2 syntax, which matches in linear time whatever the pattern (no look-around, no back references). */
export function compilePattern(pattern: string, flags: string, at: Span): RE2JS {
  const refuse = (reason: string) => fail('unsafe-regex', at, { pattern: pattern.slice(0, 60), reason });
  if (pattern.length > MAX_PATTERN_LENGTH) return refuse(`> ${MAX_PATTERN_LENGTH}`);
  let bits = 0;
  for (const flag of flags) bits |= FLAGS[flag] ?? refuse(flag);
  try {
    return RE2JS.compile(pattern, bits);
  } catch (error) {
    return refuse(error instanceof Error ? error.message.slice(0, 120) : 'RE2');
  }
}

function guardWork(regex: RE2JS, input: string, at: Span): void {
  if (input.length * Math.max(1, regex.programSize()) > MAX_WORK) fail('too-large', at);
}

/** Whether the pattern is found anywhere in the input. */
export function isMatch(input: string, pattern: string, flags: string, at: Span): boolean {
  const regex = compilePattern(pattern, flags, at);
  guardWork(regex, input, at);
  return regex.test(input);
}

/** Replaces every match; `$1` in the replacement stands for a group, `$0` for the match. */
export function replaceMatches(input: string, pattern: string, replacement: string, flags: string, at: Span): string {
  const regex = compilePattern(pattern, flags, at);
  guardWork(regex, input, at);
  try {
    return regex.matcher(input).replaceAll(replacement, true);
  } catch {
    return fail('invalid-value', at, { name: 'replace' });
  }
}

/** The pieces between the matches, empty ones included. */
export function splitAtMatches(input: string, pattern: string, at: Span): string[] {
  const regex = compilePattern(pattern, '', at);
  guardWork(regex, input, at);
  return regex.split(input, -1);
}
