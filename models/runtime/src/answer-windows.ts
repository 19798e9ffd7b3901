import type { ExtractiveConfig } from '@banshi/artifact';
import type { Tokenizer } from '@huggingface/tokenizers';
import type { QuestionOn } from './answer.js';
import { encodeText } from './encode-text.js';
import { alignTokens } from './token-alignment.js';

/** [CLS] question [SEP] part of the text [SEP]. */
export interface AnswerWindow {
  ids: number[];
  /** 0 for the question, 1 for the text. */
  types: number[];
  /** Place in `ids` of the first token of the text. */
  first: number;
  /** Of the tokens of the text that lie in it, in code points of the whole text. */
  places: { start: number; end: number }[];
}

/** The windows of a question and a text, at least one; each follows from the one before by half of what there is room for. */
export function answerWindows(tokenizer: Tokenizer, config: ExtractiveConfig, { question, context }: QuestionOn): AnswerWindow[] {
  const asked = encodeText(tokenizer, question, config.questionTokens + 2).ids;
  const characters = Array.from(context);
  const { ids, tokens } = tokenizer.encode(context);
  const [inner, end] = [ids.slice(1, -1), ids[ids.length - 1]!];
  const places = alignTokens(characters, tokens, config.tokenizer.unit).slice(1, -1) as { start: number; end: number }[];
  const room = Math.max(2, config.maxLength - asked.length - 1);
  const step = Math.max(1, Math.floor(room / 2));
  const windows: AnswerWindow[] = [];
  for (let start = 0; ; start += step) {
    const part = inner.slice(start, start + room);
    windows.push({
      ids: [...asked, ...part, end],
      types: [...asked.map(() => 0), ...part.map(() => 1), 1],
      first: asked.length,
      places: places.slice(start, start + room),
    });
    if (start + room >= inner.length) return windows;
  }
}
