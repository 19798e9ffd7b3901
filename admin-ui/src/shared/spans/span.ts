/** A marked piece of a text: code points, end exclusive. */
export interface Span {
  start: number;
  end: number;
  slot: string;
}
