import { type Audience, audiences, type ServiceType, serviceTypes, type TimeLimit } from '@banshi/bundle';
import { unguarded } from '../../../platform/files/csv-lines.js';
import type { FoundProblem, ImportProblemCode } from './import-problem.types.js';

export type Report = (code: ImportProblemCode, value: unknown, params?: FoundProblem['params']) => void;

/** What people write where there is nothing. */
const nothing = /^(无|暂无|没有|\/|\\|-+|—+|–+|n\/?a|null|none|undefined)[。.]?$/i;

export const isNothing = (text: string) => text === '' || nothing.test(text);

/** Text of a cell; a list is joined. Line ends become \n, invisible characters go. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('；');
  if (typeof value === 'object') {
    const { name, title } = value as { name?: unknown; title?: unknown };
    return textOf(name ?? title ?? JSON.stringify(value));
  }
  return unguarded(String(value))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim();
}

/** Entries of a list, or of a text that separates them; separators inside brackets do not count. */
export function listOf(value: unknown, separators: string): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : split(textOf(value), separators);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => !isNothing(part)))];
}

function split(text: string, separators: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if (opening.includes(char)) depth += 1;
    if (closing.includes(char)) depth = Math.max(depth - 1, 0);
    if (depth === 0 && separators.includes(char)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  // Brackets that never close would join everything that follows.
  return depth > 0 ? text.split(new RegExp(`[${separators}]`)) : parts;
}

const opening = '（(【《〈「『“[{';
const closing = '）)】》〉」』”]}';
/** Half- and full-width brackets are often mixed; they count as a pair. */
const pairs: Record<string, string> = { '）': '(', ')': '(', '】': '[', ']': '[', '》': '《', '〉': '〈', '」': '「', '』': '『', '”': '“', '}': '{' };
const asOpened: Record<string, string> = { '（': '(', '【': '[' };

/** Reports texts that stop in the middle: after a mark that announces more, within brackets, or without an end. */
export function reportCuts(text: string, report: Report): void {
  if (text.length < 4) return;
  const end = text.slice(-40);
  if (/[：:，,、（(《“「【—]$/.test(text)) report('text-cut', `…${end}`);
  else if (!isBalanced(text)) report('brackets-unbalanced', `…${end}`);
  else if (text.length >= 30 && /[。；]/.test(text.slice(0, -1)) && !/[。；;.!！?？…）)》”」】]$/.test(text)) report('text-may-be-cut', `…${end}`);
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const char of text) {
    if (opening.includes(char)) open.push(asOpened[char] ?? char);
    // `1）` and `(一` number lists: a closing bracket alone is no cut.
    else if (closing.includes(char) && open.at(-1) === pairs[char]) open.pop();
  }
  return open.length === 0;
}

const units: [RegExp, TimeLimit['unit']][] = [
  [/工作日|workday|working day|business day/i, 'workday'],
  [/自然日|日历日|天|日|day/i, 'day'],
  [/月|month/i, 'month'],
];
const atOnce = /^(即办|即时办结|即时办理|当场办结|当场办理|当场|即办件|立即办理|马上办)$/;
export const maxLimit = 3650;

/** Reads “30(工作日)”, “20个工作日”, “3个月”, “15”, “即办”. */
export function limitOf(value: unknown, report: Report): TimeLimit | null {
  const text = textOf(value).normalize('NFKC');
  if (isNothing(text)) return null;
  if (atOnce.test(text)) {
    report('limit-at-once', text);
    return { amount: 0, unit: 'workday', note: text };
  }
  const match = /^(-?\d{1,9})\s*(?:个)?\s*(?:\(\s*(?:个)?\s*(.+?)\s*\)|(\D.*)?)$/.exec(text);
  const unitText = match?.[2] ?? match?.[3] ?? '';
  const unit = unitText === '' ? 'workday' : units.find(([pattern]) => pattern.test(unitText))?.[1];
  if (!match || !unit || unitText.length > 12) {
    report('limit-unreadable', text);
    return null;
  }
  const amount = Number(match[1]);
  if (amount <= 0 || amount > maxLimit) {
    report(amount <= 0 ? 'limit-not-positive' : 'limit-too-long', text);
    return null;
  }
  if (unitText === '') report('limit-unit-assumed', text);
  return { amount, unit };
}

/** Days of a unit on average, to compare limits of different units. */
const days: Record<TimeLimit['unit'], number> = { workday: 7 / 5, day: 1, month: 30.4 };
export const isLonger = (a: TimeLimit, b: TimeLimit) => (a.unit === b.unit ? a.amount > b.amount : a.amount * days[a.unit] > b.amount * days[b.unit] * 1.2);

/** A landline with area code and extension, a 400 number, a mobile, a local number, or a short code such as 12345; digits may be grouped. */
const phone = /(?<!\d)(?:\(?(?:0|\+?86[-\s]?)\d{2,3}\)?[-\s]*\d{3,4}[-\s]?\d{4}|400(?:[-\s]?\d){7}|1[3-9]\d{9}|[2-9]\d{6,7}|1\d{4}|9\d{4})(?!\d)/;

/** Phones stay as they are written, with what is said around them; reported where no number can be dialled. */
export function phoneOf(value: unknown, report: Report): string {
  const text = textOf(value);
  if (isNothing(text)) return '';
  if (!phone.test(text.normalize('NFKC').replace(/[‐‑–—－]+/g, '-').replace(/-{2,}/g, '-'))) report('phone-implausible', text);
  return text;
}

const types: Record<string, ServiceType> = {
  行政许可: 'permit',
  行政确认: 'confirmation',
  行政给付: 'payment',
  行政奖励: 'reward',
  行政裁决: 'ruling',
  行政征收: 'collection',
  行政处罚: 'penalty',
  行政强制: 'coercion',
  行政检查: 'inspection',
  其他行政权力: 'other-power',
  其他权力: 'other-power',
  公共服务: 'public-service',
  校内事务: 'campus',
};
export function typeOf(text: string): ServiceType | null {
  return types[text] ?? (serviceTypes as readonly string[]).find((type): type is ServiceType => type === text.toLowerCase()) ?? null;
}

const audienceNames: Record<string, Audience> = {
  自然人: 'person',
  个人: 'person',
  公民: 'person',
  企业法人: 'company',
  非法人企业: 'company',
  企业: 'company',
  法人: 'company',
  事业法人: 'institution',
  事业单位: 'institution',
  社会组织法人: 'organization',
  社会组织: 'organization',
  其他组织: 'organization',
  社团: 'organization',
  行政机关: 'agency',
  机关: 'agency',
  学生: 'student',
  教职工: 'staff',
  教师: 'staff',
  职工: 'staff',
};
export function audienceOf(text: string): Audience | null {
  return audienceNames[text] ?? (audiences as readonly string[]).find((audience): audience is Audience => audience === text.toLowerCase()) ?? null;
}
