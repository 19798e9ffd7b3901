import type { FieldOption } from '@banshi/forms';

const FILLER = /^(?:我(?:是|选|要|想选|属于|们是)?|应该是|选择?|就是?|是|属于|那就|那|嗯|为|填)+|(?:吧|的|呢|啊|了|呀|这个|这种|那个)+$/gu;
const PUNCTUATION = /[\s，。；！,.;!"“”'‘’「」、]/gu;
const NEGATION = /(?:不是|不属于|不选|不要|并非|不算|没有|除了|非|不|没|无)$/u;
const ORDINAL = /^(?:第|选|选第)?([一二两三四五六七八九1-9])(?:个|项|种|条|类)?$/u;
const NUMBERS = '一二三四五六七八九';

export type ChoiceReading = { chosen: FieldOption[]; excluded: FieldOption[] };

/** What a statement says of each option: chosen, or expressly not. Of options inside one another the longest counts. */
export function mentionedOptions(text: string, options: readonly FieldOption[]): ChoiceReading {
  const places = options.flatMap((option) => occurrences(text, option.title).map((start) => ({ option, start, end: start + option.title.length })));
  const outer = places.filter((one) => !places.some((other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start));
  const chosen = new Set<FieldOption>();
  const excluded = new Set<FieldOption>();
  for (const { option, start } of outer) (NEGATION.test(text.slice(0, start)) ? excluded : chosen).add(option);
  return { chosen: [...chosen].filter((option) => !excluded.has(option)), excluded: [...excluded] };
}

function occurrences(text: string, word: string): number[] {
  const found: number[] = [];
  if (word === '') return found;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/** The answer to a question with choices: by title, number, or the one part of a title that no other has. */
export function readChoice(text: string, options: readonly FieldOption[]): ChoiceReading {
  const said = text.replace(PUNCTUATION, '');
  const plain = said.replace(FILLER, '');
  const exact = options.filter(({ title, value }) => [title, value].some((one) => one === said || one === plain || one.toLowerCase() === said.toLowerCase()));
  if (exact.length === 1) return { chosen: exact, excluded: [] };
  const mentioned = mentionedOptions(said, options);
  if (mentioned.chosen.length + mentioned.excluded.length > 0) return mentioned;
  const numbered = /^最后(?:一个|一项|一种)?$/u.test(plain) ? options.at(-1) : ordinal(plain, options);
  if (numbered) return { chosen: [numbered], excluded: [] };
  const negated = NEGATION.test(said.slice(0, 2)) || /^(?:不是|不属于|没有|不|没|非)/u.test(said);
  const core = plain.replace(/^(?:不是|不属于|没有|并非|不|没|非)/u, '');
  const within = core.length >= 2 ? options.filter(({ title }) => title.includes(core)) : [];
  // 大病 for 重大疾病.
  const partly = within.length === 0 && /^\p{Script=Han}{2,4}$/u.test(core) ? options.filter(({ title }) => new RegExp([...core].join('.?'), 'u').test(title)) : within;
  if (partly.length !== 1) return { chosen: [], excluded: negated ? partly : [] };
  return negated ? { chosen: [], excluded: partly } : { chosen: partly, excluded: [] };
}

function ordinal(text: string, options: readonly FieldOption[]): FieldOption | undefined {
  const digit = ORDINAL.exec(text)?.[1];
  if (digit === undefined) return undefined;
  const index = digit === '两' ? 2 : /\d/u.test(digit) ? Number(digit) : NUMBERS.indexOf(digit) + 1;
  return options[index - 1];
}
