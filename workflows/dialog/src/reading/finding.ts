/** What a text says for the fields of a form. Offsets are UTF-16 in the text, ends exclusive. */
export type Finding = { text: string; start: number; end: number; kind: string; why: string } & (
  | { type: 'value'; field: string; value: unknown }
  /** Cannot be right: it is kept as `value` (null where the field could not hold it), and `reason` is said. */
  | { type: 'wrong'; field: string; value: unknown; reason: string }
  | { type: 'partial'; field: string; missing: 'day' | 'year' | 'exact' }
  | { type: 'meanings'; field: string; options: { value: unknown; label: string }[] }
  /** Fits several fields, or one of which it is not sure to be: the citizen decides. */
  | { type: 'place'; fields: string[]; value: unknown }
  /** Options that it is expressly not. */
  | { type: 'excluded'; field: string; options: string[] }
  /** Nothing says where it belongs; `fields` would take it. */
  | { type: 'unused'; fields: string[]; value: unknown }
);
