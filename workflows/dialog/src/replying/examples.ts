import type { FieldFacts } from '../form/field-facts.js';

const BY_TYPE: Readonly<Record<string, string>> = {
  'resident-id': '11010119800101123X',
  'credit-code': '91350100M000100Y43',
  mobile: '13800000000',
  phone: '010-12345678',
  'bank-card': '6222 0000 0000 0000',
  date: '2026年3月5日',
  money: '3500元',
  number: '2.5',
  integer: '3',
  division: '北京市东城区',
  boolean: '是',
};
const BY_KIND: Readonly<Record<string, string>> = { person: '张三', organization: '云江市第一中学', address: '北京市东城区和平路1号', email: 'zhangsan@example.com', plate: '京A12345', postcode: '100010', percent: '20%', duration: '一年' };

/** What a value of the field looks like; '' where any words will do. */
export function exampleOf(field: FieldFacts): string {
  if (field.type === 'choice' || field.type === 'multi-choice') return field.options[0]?.title ?? '';
  if (field.type === 'table') return field.columns.map((column) => exampleOf(column) || column.title).join('，');
  return BY_TYPE[field.type] ?? BY_KIND[field.accepts[0] ?? ''] ?? '';
}
