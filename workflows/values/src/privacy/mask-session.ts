import { findPersonalData } from './find-personal-data.js';
import { findFragment, goesOn } from './open-ends.js';
import { DEFAULT_KINDS, PERSONAL_LABELS, type PersonalFind, type PersonalKind } from './personal-kinds.js';

/** What one spelling of a value is called in a session. */
export interface MaskToken {
  token: string;
  kind: PersonalKind | 'literal';
  /** Counted per kind; other spellings of the same value have the same. */
  n: number;
  /** As it was written. */
  written: string;
  /** The value in one spelling. */
  normal: string;
}

/** What a session must remember in order to mask its next turn and to restore. JSON; holds personal data, so it is kept encrypted. */
export interface MaskSession {
  tokens: MaskToken[];
  /** The end of what was said, if a number, name or address may go on in the next turn. */
  tail: string;
}

export const emptyMaskSession = (): MaskSession => ({ tokens: [], tail: '' });

/** A keyed digest (HMAC) under the key of the session, as lower-case hexadecimal digits or other [0-9a-z]. */
export type SessionDigest = (text: string) => string;

const TOKEN = new RegExp(`⟦(?:${Object.values(PERSONAL_LABELS).join('|')})\\d+·[0-9a-z]+⟧`, 'gu');
const TAG_LENGTH = 6;
const TAIL_LENGTH = 60;

interface Piece {
  kind: MaskToken['kind'];
  from: number;
  to: number;
  normal: string;
}

/**
 * Masks one turn of a session: the same value has the same token in all of it, and another in every other session.
 * `restoreText` gives back exactly what was written. Numbers, names and addresses that began in the turn before are seen.
 */
export function maskText(text: string, session: MaskSession, digest: SessionDigest, kinds: readonly PersonalKind[] = DEFAULT_KINDS): { text: string; session: MaskSession } {
  const naming = new Naming(session.tokens, digest);
  let result = '';
  let end = 0;
  for (const piece of piecesOf(text, session.tail, kinds)) {
    result += text.slice(end, piece.from) + naming.tokenOf(piece, text.slice(piece.from, piece.to));
    end = piece.to;
  }
  return { text: result + text.slice(end), session: { tokens: naming.tokens, tail: tailOf(session.tail, text) } };
}

/** Puts what was written in the place of the session's tokens; what only looks like one stays. */
export function restoreText(text: string, { tokens }: Pick<MaskSession, 'tokens'>): string {
  const written = new Map(tokens.map((token) => [token.token, token.written]));
  return text.replace(TOKEN, (token) => written.get(token) ?? token);
}

/** Texts that look like tokens are masked themselves, so that restoring cannot take them for one. */
function piecesOf(text: string, tail: string, kinds: readonly PersonalKind[]): Piece[] {
  const literals = [...text.matchAll(TOKEN)].map((match): Piece => ({ kind: 'literal', from: match.index, to: match.index + match[0].length, normal: match[0] }));
  const finds = [...findPersonalData(text, kinds), ...continued(text, tail, kinds)];
  const taken = new Uint8Array(text.length);
  const pieces: Piece[] = [];
  for (const piece of [...literals, ...longestFirst(finds)]) {
    for (let from = piece.from; from < piece.to; ) {
      while (from < piece.to && taken[from] === 1) from += 1;
      let to = from;
      while (to < piece.to && taken[to] === 0) to += 1;
      if (to > from) pieces.push({ ...piece, from, to });
      from = to;
    }
    taken.fill(1, piece.from, piece.to);
  }
  return pieces.sort((a, b) => a.from - b.from);
}

const longestFirst = (finds: PersonalFind[]) => finds.sort((a, b) => b.to - b.from - (a.to - a.from));

/** What began before the turn and ends in it, and a number that ends the turn unfinished. */
function continued(text: string, tail: string, kinds: readonly PersonalKind[]): PersonalFind[] {
  const before = goesOn(tail, text) ? tail : '';
  const across = before === '' ? [] : findPersonalData(before + text, kinds).filter(({ from, to }) => from < before.length + leadLength(text) && to > before.length);
  const inside = across.map((find) => ({ ...find, from: Math.max(0, find.from - before.length), to: find.to - before.length }));
  const open = findFragment(before + text, kinds).map((find) => ({ ...find, from: Math.max(0, find.from - before.length), to: find.to - before.length }));
  return [...inside, ...open].filter(({ from, to }) => to > from);
}

const leadLength = (text: string) => /^[\s，,。.、:：]*/u.exec(text)![0].length + 1;

/** A turn that goes on with the number of the one before is kept with it: 138, 0013, 8000. */
function tailOf(tail: string, text: string): string {
  const said = goesOn(tail, text) && text.length <= TAIL_LENGTH / 2 ? tail + text : text;
  return said.slice(-TAIL_LENGTH);
}

/** Gives tokens to values: numbered by kind in the order in which they come, and signed with the session's key. */
class Naming {
  readonly tokens: MaskToken[];
  private readonly bySpelling = new Map<string, MaskToken>();
  private readonly numbers = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly used = new Set<string>();

  constructor(known: readonly MaskToken[], private readonly digest: SessionDigest) {
    this.tokens = [...known];
    for (const token of known) this.note(token);
  }

  tokenOf({ kind, normal }: Piece, written: string): string {
    const known = this.bySpelling.get(`${kind} ${written}`);
    if (known) return known.token;
    const n = this.numbers.get(`${kind} ${normal}`) ?? (this.counts.get(kind) ?? 0) + 1;
    const tag = this.digest(`${kind} ${n} ${written}`);
    let token = '';
    for (let length = TAG_LENGTH; token === '' || this.used.has(token); length += 1) {
      token = `⟦${PERSONAL_LABELS[kind]}${n}·${length <= tag.length ? tag.slice(0, length) : tag + String(length)}⟧`;
    }
    const added: MaskToken = { token, kind, n, written, normal };
    this.tokens.push(added);
    this.note(added);
    return token;
  }

  private note(token: MaskToken): void {
    this.bySpelling.set(`${token.kind} ${token.written}`, token);
    if (!this.numbers.has(`${token.kind} ${token.normal}`)) this.numbers.set(`${token.kind} ${token.normal}`, token.n);
    this.counts.set(token.kind, Math.max(this.counts.get(token.kind) ?? 0, token.n));
    this.used.add(token.token);
  }
}
