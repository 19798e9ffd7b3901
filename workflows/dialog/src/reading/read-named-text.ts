import { readValues } from '@banshi/values';
import type { FieldFacts } from '../form/field-facts.js';
import type { Clause } from './clauses.js';
import type { Finding } from './finding.js';
import type { Label } from './labels.js';

type Place = { from: number; to: number; kind: string };

const LINK = /^(?:的)?(?:名字|名称)?(?:[:：]|是叫|就是|应该是|是|叫做|叫|为|写的是|填的是|写|填)[:：]?\s*/u;
const TAIL = /[\s。.、]+$|(?:吧|哦|啊|呀|呢)$/gu;
const NOT_A_VALUE = /^(?:什么|啥|哪|多少|不是|错|对的|一样|同上|空|没有|不知道|不清楚|保密)|错了|不对|一样$|相同$|不填/u;
/** Codes need no word between: 证号A20204401060001. */
const CODE = /^\s*[A-Za-z]{0,4}\d[A-Za-z\d-]{4,30}$/u;
/** What follows a name of an organisation and is no part of it. */
const STORY = /工作|上班|任职|就职|的|了|看|住院|办|那里|这里/u;

/** 特殊工种是电焊工: what stands behind a text field's name and a word that links them, up to the end of the clause or the next name. */
export function readNamedText(text: string, clause: Clause, labels: readonly Label[], values: readonly Place[], used: readonly { start: number; end: number }[], fields: readonly FieldFacts[]): Finding[] {
  const inClause = labels.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  return inClause.flatMap((label, index): Finding[] => {
    const limit = inClause.slice(index + 1).find(({ isName }) => isName)?.start ?? clause.end;
    const behind = text.slice(label.end, limit);
    const link = LINK.exec(behind)?.[0] ?? (label.isName && CODE.test(behind.replace(TAIL, '')) ? '' : undefined);
    if (link === undefined) return [];
    const start = label.end + link.length;
    const value = withoutStory(text.slice(start, limit).replace(TAIL, '').trim(), start, values);
    const end = start + value.length;
    const field = fieldFor(label, value, fields);
    if (!field || value === '' || NOT_A_VALUE.test(value) || used.some((one) => one.start < end && start < one.end)) return [];
    return [{ type: 'value', field: field.name, value, text: value, start, end, kind: 'text', why: 'named' }];
  });
}

/** The one text field that is named; 男方：张三 names a person by whose name it is. */
function fieldFor(label: Label, value: string, fields: readonly FieldFacts[]): FieldFacts | null {
  const people = label.fields.filter((field) => field.accepts.includes('person'));
  if (people.length === 1) return fields.includes(people[0]!) && (isName(value) || (label.isName && isLikeName(value))) ? people[0]! : null;
  if (!label.isName || label.fields.length !== 1) return null;
  const [field] = label.fields;
  const isWords = field !== undefined && (field.type === 'textarea' || (field.type === 'text' && field.accepts.every((kind) => kind === 'organization' || kind === 'address')));
  return isWords && fields.includes(field) ? field : null;
}

export function isName(text: string): boolean {
  const [name, ...others] = readValues(`姓名：${text}`, { kinds: ['person'] });
  return others.length === 0 && name?.text === text;
}

/** 样例医院看的病: the recognised name alone, where what follows it tells on. */
function withoutStory(text: string, start: number, values: readonly Place[]): string {
  const found = values.find(({ from, kind }) => from === start && (kind === 'organization' || kind === 'address'));
  const rest = found ? text.slice(found.to - start) : '';
  return found && STORY.test(rest) ? text.slice(0, found.to - start) : text;
}

/** Behind 姓名： a rare surname is one as well. */
function isLikeName(text: string): boolean {
  return /^[\p{Script=Han}·]{2,6}$/u.test(text) && !/[的了吗呢么吧啊不没是有在办要想和及]/u.test(text);
}
