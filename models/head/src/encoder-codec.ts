import { Tokenizer } from '@huggingface/tokenizers';
import { PAD_ID } from './char-vocabulary.js';
import { MAX_ID } from './ngram-hash.js';
import type { TextCodec } from './text-codec.js';
import { TrainingProblem } from './training-problem.js';

/** What tokenizers that are not made for single characters stumble over. */
const PROBES = ['办事', '𠮷野家', '😀👨‍👩‍👧', 'ＡbC１２３', ' 空 格\n', '[CLS]', 'İ㎡'];
/** No character is assigned to it. */
const UNASSIGNED = '\u{10ffff}';

/** The tokenizer of an encoder. Throws `encoder-unsuitable` where it does not give every code point a token of its own. */
export function encoderCodec(file: string, { vocabularySize, padId }: { vocabularySize: number; padId: number }): TextCodec {
  const tokenizer = new Tokenizer(JSON.parse(file) as object, {});
  const encode = (text: string, maxLength: number): number[] => {
    const room = maxLength - 2;
    const characters = text.length > room ? Array.from(text) : null;
    return tokenizer.encode(characters && characters.length > room ? characters.slice(0, room).join('') : text).ids;
  };
  const isPerCharacter = PROBES.every((probe) => encode(probe, 100).length === Array.from(probe).length + 2);
  if (!isPerCharacter || padId !== PAD_ID || vocabularySize > MAX_ID) throw new TrainingProblem('encoder-unsuitable', 'the tokenizer of the encoder does not give every character one token');
  const unknown = encode(UNASSIGNED, 3)[1]!;
  const idOf = (character: string): number | undefined => {
    const id = encode(character, 3)[1]!;
    return id === unknown ? undefined : id;
  };
  return { size: vocabularySize, encode, idOf, file: () => file };
}
