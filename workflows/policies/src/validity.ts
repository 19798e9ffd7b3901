/** Calendar dates in ISO form; they compare as text. */
export interface Period {
  /** First day in force; null where it is not known. */
  from: string | null;
  /** First day no longer in force; null while none is set. */
  to: string | null;
}

export const validityStates = ['pending', 'effective', 'expired', 'unknown'] as const;
/** 未施行, 有效, 失效, 未注明. */
export type ValidityState = (typeof validityStates)[number];

/** The part of a document that has dates of its own. */
export interface ClauseValidity extends Period {
  /** Id of an article. */
  clause: string;
  note: string;
}

/** Where a period stands on a day. Without a first day nothing says that it is in force, but a last day still ends it. */
export function stateOn({ from, to }: Period, day: string): ValidityState {
  if (to !== null && day >= to) return 'expired';
  if (from === null) return 'unknown';
  return day < from ? 'pending' : 'effective';
}

/** The period of a clause: its own where one is set, within that of the document. */
export function periodOf(document: Period, clauses: readonly ClauseValidity[], article: string): Period {
  const own = clauses.find(({ clause }) => clause === article);
  if (!own) return { from: document.from, to: document.to };
  const later = (a: string | null, b: string | null) => (a !== null && b !== null ? (a > b ? a : b) : (a ?? b));
  const earlier = (a: string | null, b: string | null) => (a !== null && b !== null ? (a < b ? a : b) : (a ?? b));
  return { from: later(document.from, own.from), to: earlier(document.to, own.to) };
}
