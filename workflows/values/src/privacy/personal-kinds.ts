/** What can lead to a person. The first twelve are looked for unless it is said otherwise. */
export const PERSONAL_KINDS = [
  'resident-id', 'mobile', 'phone', 'bank-card', 'plate', 'email', 'address', 'person', 'birth-date', 'permit', 'account', 'insurance',
  'organization', 'credit-code',
] as const;

export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Names of organisations and their codes are public, and a text without them says little. */
export const DEFAULT_KINDS: readonly PersonalKind[] = PERSONAL_KINDS.slice(0, 12);

/** How a token calls what stands behind it. Both are read back. */
export const PERSONAL_LABELS: Record<PersonalKind | 'literal', string> = {
  'resident-id': '身份证号',
  mobile: '手机号',
  phone: '电话',
  'bank-card': '银行卡号',
  plate: '车牌号',
  email: '邮箱',
  address: '住址',
  person: '姓名',
  'birth-date': '出生日期',
  permit: '证件号',
  account: '账号',
  insurance: '社保医保号',
  organization: '单位',
  'credit-code': '信用代码',
  literal: '原文',
};

/** Personal data in a text. Offsets in UTF-16 units, `to` exclusive. */
export interface PersonalFind {
  kind: PersonalKind;
  from: number;
  to: number;
  /** Digits and letters alone, in one spelling, for numbers; else what stands there without blanks. */
  normal: string;
}
