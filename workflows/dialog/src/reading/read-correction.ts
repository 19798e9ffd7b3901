/** A correction in a text, with UTF-16 offsets of the whole of it. `field` is what stands where a name may be; `old` and `next` are as written. */
export interface Correction {
  start: number;
  end: number;
  field: string | null;
  old: string | null;
  next: string | null;
  /** 是B不是A may be read either way; what stands in the form tells. */
  isTurnable?: boolean;
}

const PART = '[^，。；！？,.;!?]';
const BEING = '(?:而?应该是|而?应当是|应为|而是|要写|是|为)';
const MADE = '(?:改成|改为|改到|换成|换为|变成|更正为|更改为|修改为|修改成|更新为|调整为|应该是|应当是|应为|要改成|得改成)';
const WRONG = '(?:写错了?|填错了?|说错了?|打错了?|输错了?|弄错了?|搞错了?|报错了?|记错了?|错了|错啦|不对|有误|不是这个)';
const MOVED = '(?:换了|变了|改了|换过了|不用了|停用了|变更了|搬了)';

/** Words that point at what was said last, and name nothing. */
const POINTING = /^(?:不对|写|填|说|打|输|弄|搞|报|记|刚才|那个|这个|上面|前面|我|是|再|还是)*$/u;

const SHAPES: readonly { pattern: RegExp; read: (match: RegExpExecArray) => Omit<Correction, 'start' | 'end'> | null }[] = [
  // 把手机号从A改成B, A改成B, 手机号改成B
  {
    pattern: new RegExp(`(?:请|麻烦|帮我|再)?(?:把|将)?(?:我的?)?(${PART}{1,40}?)(?:从|由)(${PART}{1,40}?)${MADE}[：:]?\\s*(${PART}{1,80})`, 'u'),
    read: ([, field, old, next]) => ({ field: field!, old: old!, next: next! }),
  },
  {
    pattern: new RegExp(`(?:不对[，,]\\s*)?(?:请|麻烦|帮我|再)?(?:把|将)?(?:我的?)?(${PART}{1,40}?)(?:${WRONG}[，,]?\\s*|[，,]\\s*)?(?:请|麻烦|帮我)?${MADE}[：:]?\\s*(${PART}{1,80})`, 'u'),
    read: ([, what, next]) => (POINTING.test(what!.trim()) ? { field: null, old: null, next: next! } : { field: what!, old: what!, next: next! }),
  },
  // 不对，改成B
  { pattern: new RegExp(`^\\s*(?:不对?|错了|哦|还是|再)?[，,\\s]*(?:再|还是)?${MADE}[：:]?\\s*(${PART}{1,80})`, 'u'), read: ([, next]) => ({ field: null, old: null, next: next! }) },
  // 不是A(，)是B
  {
    pattern: new RegExp(`(${PART}{0,20}?)(?:不是|并非|不对是)(${PART}{1,40}?)[，,]?\\s*${BEING}(${PART}{1,80})`, 'u'),
    read: ([, field, old, next]) => ({ field: field!.trim() === '' ? null : field!, old: old!, next: next! }),
  },
  // 手机号错了，是B; 写错了，应该是B
  {
    pattern: new RegExp(`(${PART}{0,20}?)${WRONG}[，,]?\\s*(?:应该|应当)?${BEING}(${PART}{1,80})`, 'u'),
    read: ([, field, next]) => ({ field: POINTING.test(field!.trim()) ? null : field!, old: null, next: next! }),
  },
  // (是)B，不是A
  {
    pattern: new RegExp(`(${PART}{1,60}?)[，,]?\\s*(?:而)?不是(${PART}{1,40})`, 'u'),
    read: ([, next, old]) => ({ field: null, old: old!, next: next!, isTurnable: true }),
  },
  // 手机号换了, 电话写错了
  {
    pattern: new RegExp(`(${PART}{1,20}?)(?:${WRONG}|${MOVED})`, 'u'),
    read: ([, field]) => ({ field: field!, old: null, next: null }),
  },
  // 改一下手机号, 重新填手机号
  {
    pattern: new RegExp(`^\\s*(?:我)?(?:想|要|需要|帮我|请)?(?:再)?(?:修改|更改|改|更正|重新填写?|重填|重新说|换)(?:一下|下)?(?:我的?)?(${PART}{2,20})$`, 'u'),
    read: ([, field]) => (/^(?:成|为|了|过)/u.test(field!) ? null : { field: field!, old: null, next: null }),
  },
];

/** The first correction in a text; null where there is none. The pattern is tried on a bounded beginning. */
export function readCorrection(text: string): Correction | null {
  for (const { pattern, read } of SHAPES) {
    const match = pattern.exec(text.slice(0, 300));
    const found = match && read(match);
    if (match && found) return { ...found, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
