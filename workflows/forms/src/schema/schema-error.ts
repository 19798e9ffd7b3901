/** One violated keyword. */
export interface SchemaError {
  /** JSON pointer into the data. A missing property is named itself, not its parent. */
  path: string;
  /** The keyword, or the reason of a value's verdict (`check-digit`), or a limit (`too-large`). */
  keyword: string;
  /** What the keyword asked for, for the message. */
  params: Record<string, unknown>;
}
