const PUNCTUATION = /[\s，。；！,.;!"“”'‘’]/gu;
const YES = /^(?:是|是的|对|对的|有|有的|要|要的|嗯|嗯嗯|好|好的|可以|没错|同意|需要|属于|确定|确认|行|当然|肯定|是啊|对啊|yes|y|ok|true)(?:是|的|啊|呀|吧|了|哦|有|要|对)*$/iu;
const NO = /^(?:不是|否|没有|没|不|不要|无|不用|不需要|不属于|不同意|没的|不对|不可以|不行|没有过|从来没有|no|n|false)(?:的|啊|呀|吧|了|哦|过)*$/iu;
const NEGATION = /(?:不是|不属于|没有|并非|不算|没|不|非|无|未)(?:去|在|有|过|被|是)?$/u;

/** 是的, 对, 没有: an answer to a question of yes or no; null when it is neither. */
export function readYesNo(text: string): boolean | null {
  const said = text.replace(PUNCTUATION, '');
  return YES.test(said) ? true : NO.test(said) ? false : null;
}

const ASKED = /^(?:是否|有无|有没有|是不是)+/u;
const VERB = /^(?:具有|享有|持有|受过|属于|已经|存在|有过|有|为|是|已|曾)+/u;
const SAID = /(?:有|是|具有|属于|持有|取得|受过|为|已经|已|曾)(?:了|过|着)?$/u;
const BEHIND = /^\s*[：:]\s*|^(?:的)?(?:情况)?(?:是|为)[：:]?\s*/u;

/** What the title asks, without the asking: 异地就医 of 是否异地就医. */
export function coreOf(title: string): string {
  return title.replace(/[（(].*?[)）]/gu, '').replace(ASKED, '').replace(/[？?]$/u, '');
}

/** Whether a statement says what the title asks, or denies it; null when it speaks of something else. */
export function readStatement(text: string, title: string): boolean | null {
  if (!ASKED.test(title)) return null;
  const core = coreOf(title);
  const thing = core.replace(VERB, '');
  const whole = core.length >= 2 ? text.indexOf(core) : -1;
  const at = whole >= 0 ? whole : thing.length >= 3 ? text.indexOf(thing) : -1;
  if (at < 0) return null;
  const before = text.slice(0, at).replace(/(?:是否|有无|有没有|是不是)$/u, '');
  const behind = text.slice(at + (whole >= 0 ? core : thing).length);
  // 是否异地就医：否 is a form's line, not a sentence.
  if (BEHIND.test(behind)) return readYesNo(behind.replace(BEHIND, ''));
  if (NEGATION.test(before)) return false;
  return whole >= 0 || SAID.test(before) ? true : null;
}

const SHORT = /^(?:我|这|这个|那|也|都|就)?(不是|并不是|没有|不属于|并非|没|不|非|是|有|属于)([\p{Script=Han}]{2,8}?)(?:的|了|呀|啊|过)*$/u;

/** 不是异地 for 是否异地就医: a short statement with a part of what the title asks. */
export function readShortStatement(text: string, title: string): boolean | null {
  const match = SHORT.exec(text.replace(PUNCTUATION, ''));
  if (!match || !ASKED.test(title) || !coreOf(title).includes(match[2]!)) return null;
  return !/不|没|非/u.test(match[1]!);
}
