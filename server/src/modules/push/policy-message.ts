import type { Language } from '../../platform/actor/request-context.js';

/** What a notification about a policy remembers, from which its words are made anew in the reader's language. */
export interface PolicyFacts {
  policy: string;
  campaign: string;
  title: string;
  fits: boolean;
  /** What the sender added. */
  note: string;
}

export interface Words {
  title: string;
  body: string;
}

/** The words name the policy and nothing of the person. */
export function policyWords({ title, fits, note }: Pick<PolicyFacts, 'title' | 'fits' | 'note'>, language: Language): Words {
  const isChinese = language === 'zh';
  const standing = fits
    ? isChinese
      ? `《${title}》的条件您可能都符合，点开查看依据和办理方式。`
      : `All conditions of “${title}” may fit you. Open it to see why, and how to apply.`
    : isChinese
      ? `《${title}》与您关注或办过的事有关，补充几项信息就能知道是否符合。`
      : `“${title}” is about something that you follow or have applied for. A few answers tell whether it fits you.`;
  return { title: isChinese ? `政策直达：${title}` : `A policy for you: ${title}`, body: note ? `${standing}\n${note}` : standing };
}

/** What leaves the hall about a policy that is judged by sensitive traits: a mail that names it would tell them to whoever reads along. */
export const discreetWords: Words = { title: '您有一条新的政策消息', body: '请登录网上办事大厅查看。' };

export const isPolicyFacts = (facts: Readonly<Record<string, unknown>>): boolean => typeof facts['policy'] === 'string' && typeof facts['title'] === 'string';
