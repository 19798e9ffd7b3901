import type { ParsedPolicy, TextSpan } from '../policy.types.js';
import { dateSource, isoOf } from './find-dates.js';

/** What a text says it does to another document: proposals, for a person to accept. */
export interface ProposedRelation extends TextSpan {
  type: 'repeals' | 'amends';
  title: string;
  /** First day on which the other is no longer as it was; null where the text ties it to its own effect. */
  date: string | null;
}

const quoted = /《((?:[^《》〈〉]|〈[^〈〉]{0,80}〉){2,100})》/g;
const repealing = /同时废止|予以废止|即行废止|同时失效|停止执行|废止/;
/** Words that speak of repealing in general: 制定、修改、废止情况. */
const general = /(?:修改|制定|解释|清理)[、或和及者]*废止|废止(?:情况|或者|的发票|等)|不再?废止/;
const amendingTitle = /关于修改\s?《(.{2,80}?)》(?:等\S{0,20})?的决定/;

/** 同时废止《…》 and 修改…的决定. */
export function relationsOfPolicy({ text, bodyStart }: Pick<ParsedPolicy, 'text' | 'bodyStart'>): ProposedRelation[] {
  const found: ProposedRelation[] = [];
  const title = text.slice(0, 400).split('\n').find((line) => line.trim() !== '') ?? '';
  const amended = amendingTitle.exec(title.replaceAll(/[<〈]/g, '《').replaceAll(/[>〉]/g, '》'));
  if (amended) found.push({ type: 'amends', title: amended[1]!, date: null, start: 0, end: title.length });
  const sentence = /[^。\n]+/g;
  sentence.lastIndex = bodyStart;
  for (let match = sentence.exec(text); match; match = sentence.exec(text)) {
    const words = match[0];
    if (!repealing.test(words) || general.test(words)) continue;
    const on = new RegExp(`自\\s?${dateSource}\\s?起[^，,；]{0,6}废止`).exec(words);
    const date = on ? isoOf(on[1]!, on[2]!, on[3]!) : null;
    for (const part of words.split(/[；;]/)) {
      const names = /^[^《]*废止下列|^废止/.test(part) || part.search(repealing) > part.search(/《/) ? part.matchAll(quoted) : [];
      if (!repealing.test(part)) continue;
      for (const name of names) {
        const start = match.index + words.indexOf(name[0]);
        // 依据《…》制定… stands before what is repealed in one sentence only when it ends in a comma of its own.
        found.push({ type: 'repeals', title: name[1]!.trim(), date, start, end: start + name[0].length });
      }
    }
  }
  return found;
}
