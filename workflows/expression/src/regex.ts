import { RE2JS } from 're2js';
import { fail, type Span } from './problem.js';
import type { Charge } from './values.js';

interface Site {
  at: Span;
  charge: Charge;
}

const MAX_PATTERN_LENGTH = 500;
/** Input characters times states of the program: some tens of milliseconds at the very most. */
const MAX_WORK = 5_000_000;
const WORK_PER_STEP = 500;
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

/** A pattern that a loop uses again and again is compiled once. */
const cache = new Map<string, RE2JS>();
const MAX_CACHED = 50;

function prepare(input: string, pattern: string, flags: string, { at, charge }: Site): RE2JS {
  const key = `${flags}/${pattern}`;
  const regex = cache.get(key) ?? compilePattern(pattern, flags, at);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, regex);
  const work = input.length * Math.max(1, regex.programSize());
  if (work > MAX_WORK) fail('too-large', at);
  charge(5 + work / WORK_PER_STEP);
  return regex;
}

/** Whether the pattern is found anywhere in the input. */
export function isMatch(input: string, pattern: string, flags: string, site: Site): boolean {
  return prepare(input, pattern, flags, site).test(input);
}

/** Replaces every match; `$1` in the replacement stands for a group, `$0` for the match. */
export function replaceMatches(input: string, pattern: string, replacement: string, flags: string, site: Site): string {
  const regex = prepare(input, pattern, flags, site);
  try {
    return regex.matcher(input).replaceAll(replacement, true);
  } catch {
    return fail('invalid-value', site.at, { name: 'replace' });
  }
}

/** The pieces between the matches, empty ones included. */
export function splitAtMatches(input: string, pattern: string, site: Site): string[] {
  return prepare(input, pattern, '', site).split(input, -1);
}
