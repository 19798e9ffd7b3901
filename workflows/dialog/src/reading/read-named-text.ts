import type { FieldFacts } from '../form/field-facts.js';
import type { Clause } from './clauses.js';
import type { Finding } from './finding.js';
import type { Label } from './labels.js';

const LINK = /^(?:的)?(?:名字|名称)?(?:[:：]|是叫|就是|应该是|是|叫做|叫|为|写的是|填的是|写|填)\s*/u;
const TAIL = /[\s。.、]+$|(?:吧|哦|啊|呀|呢)$/gu;
const NOT_A_VALUE = /^(?:什么|啥|哪|多少|不是|错|对的|一样|同上|空|没有|不知道|不清楚|保密)|错了|不对|一样$|相同$/u;

/** 特殊工种是电焊工: what stands behind a text field's name and a word that links them, up to the end of the clause or the next name. */
export function readNamedText(text: string, clause: Clause, labels: readonly Label[], taken: readonly { start: number; end: number; type?: Finding['type'] }[], fields: readonly FieldFacts[]): Finding[] {
  const inClause = labels.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  return inClause.flatMap((label, index): Finding[] => {
    const named = label.isName ? label.fields.filter((field) => fields.includes(field) && (field.type === 'text' || field.type === 'textarea')) : [];
    if (named.length !== 1 || label.fields.length !== 1) return [];
    const field = named[0]!;
    const limit = inClause.slice(index + 1).find(({ isName }) => isName)?.start ?? clause.end;
    const behind = text.slice(label.end, limit);
    const link = LINK.exec(behind)?.[0];
    if (link === undefined) return [];
    const start = label.end + link.length;
    const value = text.slice(start, limit).replace(TAIL, '').trim();
    const end = start + value.length;
    if (value === '' || NOT_A_VALUE.test(value)) return [];
    if (taken.some((one) => one.type !== 'unused' && one.start < end && start < one.end)) return [];
    return [{ type: 'value', field: field.name, value, text: value, start, end, kind: 'text', why: 'named' }];
  });
}
