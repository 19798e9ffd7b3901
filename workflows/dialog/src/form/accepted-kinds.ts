import type { FieldTypeName } from '@banshi/forms';
import type { ValueKind } from '@banshi/values';

const BY_TYPE: Partial<Record<FieldTypeName, ValueKind[]>> = {
  'resident-id': ['resident-id'],
  'credit-code': ['credit-code'],
  mobile: ['mobile'],
  phone: ['mobile', 'phone'],
  'bank-card': ['bank-card'],
  division: ['address'],
  date: ['date', 'datetime'],
  money: ['money', 'number'],
  number: ['number', 'percent', 'duration', 'age'],
  integer: ['number', 'duration', 'age', 'percent'],
};

/** What a line of text is about, by its title: the first that fits. */
const BY_TITLE: readonly (readonly [RegExp, ValueKind[]])[] = [
  [/邮箱|电子邮件|e-?mail/iu, ['email']],
  [/车牌|号牌号码/u, ['plate']],
  [/邮编|邮政编码/u, ['postcode']],
  [/电话|联系方式|手机/u, ['mobile', 'phone']],
  [/身份证/u, ['resident-id']],
  [/信用代码/u, ['credit-code']],
  [/银行卡|银行账号|银行账户号/u, ['bank-card']],
  [/地址|住址|住所|地点|坐落|位置/u, ['address']],
  [/姓名|联系人|户主|负责人|法定代表人|法人代表|经办人|代办人|监护人$|配偶$/u, ['person']],
  [/单位|公司|企业|医院|学校|院校|机构|开户行|开户银行|银行$|名称$/u, ['organization']],
  [/比例|百分/u, ['percent']],
  [/期限|时长/u, ['duration']],
];

const BY_SLOT: Readonly<Record<string, ValueKind[]>> = { person: ['person'], organization: ['organization'], email: ['email'], plate: ['plate'], address: ['address'], phone: ['mobile', 'phone'], percent: ['percent'], duration: ['duration'], mobile: ['mobile'], 'resident-id': ['resident-id'] };

/** The kinds of values that fill a field. Plain text whose title says nothing takes none: it is filled when it is asked, or by name. */
export function acceptedKinds(type: FieldTypeName, title: string, slotType: string | null): ValueKind[] {
  const fixed = BY_TYPE[type];
  if (fixed) return fixed;
  if (type !== 'text') return [];
  return BY_TITLE.find(([pattern]) => pattern.test(title))?.[1] ?? (slotType && Object.hasOwn(BY_SLOT, slotType) ? BY_SLOT[slotType]! : []);
}
