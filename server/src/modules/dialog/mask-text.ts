import { scrubText, sliceCodePoints } from '@banshi/values';

/** Code points; what was asked is said by then. */
const maxLength = 300;

/** The text without personal data, for lists that many people read. */
export function maskText(text: string): string {
  return scrubText(sliceCodePoints(text, 0, maxLength));
}

const greeting = /^(?:你好|您好|请问|麻烦|打扰|问一下|我?想(?:问|咨询|了解)一?下?|咨询一?下?)+/u;
const particle = /[呢啊呀吧哦嘛]+$/u;

/** What is alike gets the same key: width, case, punctuation, spaces, stars and politeness do not count. */
export function groupKey(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
  return words.replace(greeting, '').replace(particle, '') || words;
}
