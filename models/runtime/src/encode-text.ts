import type { Tokenizer } from '@huggingface/tokenizers';

export interface Encoded { characters: string[]; ids: number[]; tokens: string[]; truncated: boolean }

/** [CLS] text [SEP] in at most `maxLength` tokens; texts are cut to `maxLength` - 2 code points before they are read. */
export function encodeText(tokenizer: Tokenizer, text: string, maxLength: number): Encoded {
  const all = Array.from(text);
  const room = maxLength - 2;
  const characters = all.length > room ? all.slice(0, room) : all;
  const { ids, tokens } = tokenizer.encode(all.length > room ? characters.join('') : text);
  const isCut = ids.length > maxLength;
  return {
    characters,
    ids: isCut ? [...ids.slice(0, maxLength - 1), ids[ids.length - 1]!] : ids,
    tokens: isCut ? [...tokens.slice(0, maxLength - 1), tokens[tokens.length - 1]!] : tokens,
    truncated: isCut || all.length > room,
  };
}
