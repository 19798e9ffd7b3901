/** Turns texts into token ids, one for each code point between a start and an end token. */
export interface TextCodec {
  /** All ids are smaller. */
  readonly size: number;
  /** At most `maxLength` ids; what does not fit is cut before the end token. */
  encode: (text: string, maxLength: number) => number[];
  /** Id of one character; undefined where it is unknown. */
  idOf: (character: string) => number | undefined;
  /** The text of `tokenizer.json`. */
  file: () => string;
}
