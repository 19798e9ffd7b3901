import type { FieldTypeName } from '@banshi/forms';

const BY_TYPE: Partial<Record<FieldTypeName, string[]>> = {
  'resident-id': ['身份证号码', '身份证号', '身份证'],
  'credit-code': ['统一社会信用代码', '信用代码'],
  mobile: ['手机号码', '手机号', '手机', '电话号码', '电话', '联系方式'],
  phone: ['联系电话', '电话号码', '电话', '手机号码', '手机号', '手机', '座机', '联系方式'],
  'bank-card': ['银行卡号', '银行卡', '银行账号', '卡号', '账号'],
};

const NOTE = /[（(【[].*?[)）\]】]/gu;
const ADDRESSED = /^(?:请(?:填写|选择|输入|上传)?|您的|你的)/u;
const QUESTION = /^(?:是否|有无|有没有|是不是)/u;
/** Words that only say what kind of value it is. */
const KIND_WORDS = /(?:所在行政区划|行政区划|所在地址|所在地区|所在地|详细地址|通讯地址|地址|住址|起止日期|起始日期|开始日期|日期|时间|年月|证件号码|身份证号码|身份证号|身份证件号|统一社会信用代码|手机号码|手机号|联系电话|电话号码|电话|银行卡号|银行账号|账号|号码|编号|号|名称|姓名|总金额|总额|金额|数额|数量|人数|口数|月数|年数|天数|数|情况|类型|类别|方式|原因|事由|说明|备注|地点|地|型号|信息)$/u;
const LEADING = /^(?:拟|应|现|原|计划|预计|预约|申请|累计|主要|实际|最后|个人|家庭|本次)/u;

/** Other words for what titles say. */
const EVERYDAY: readonly (readonly [RegExp, string[]])[] = [
  [/户籍|户口/u, ['户籍', '户口', '老家']],
  [/居住|现住|常住/u, ['居住', '现住', '家住', '住在', '住址', '居住在']],
  [/出生/u, ['出生', '生于', '生日']],
  [/入院|住院/u, ['入院', '住院', '住的院', '住进']],
  [/就诊|就医/u, ['就诊', '看病', '看的病', '看的']],
  [/出院/u, ['出院', '出的院']],
  [/工作单位|用人单位|就业单位|任职单位/u, ['工作单位', '单位', '公司', '上班', '就职']],
  [/参保单位/u, ['参保单位', '单位']],
  [/收入/u, ['收入', '工资', '月薪', '挣']],
  [/人口|人数/u, ['口人', '人口', '家里有']],
  [/医院/u, ['医院']],
  [/离职|失业/u, ['离职', '失业', '辞职', '被裁', '下岗']],
  [/退休/u, ['退休']],
  [/预约/u, ['预约']],
  [/起始|开始/u, ['开始', '起始']],
  [/截止|届满|到期/u, ['截止', '到期', '为止']],
  [/面积/u, ['面积', '平方', '平米']],
  [/费用|金额|总额/u, ['花了', '一共', '总共', '费用']],
  [/年龄/u, ['岁', '年龄']],
  [/缴费/u, ['缴费', '缴了', '交了', '缴纳', '缴满', '交满']],
  [/注册资本|投资|注册资金/u, ['注册资本', '注册资金', '出资', '投资']],
];

function bare(title: string): string {
  return title.replace(NOTE, '').replace(ADDRESSED, '').replace(/[：:*＊\s]+$/u, '').trim();
}

/** How people name a field: by its title, without what a form adds to it, or by what it holds. The longest first. */
export function fieldNamesOf(title: string, type: FieldTypeName): string[] {
  const plain = bare(title);
  const core = plain.replace(QUESTION, '');
  const joined = plain.split(/[或和及、/]/u).filter((part) => part.length >= 4);
  const names = [title, plain, core, ...joined, ...(BY_TYPE[type] ?? []), ...(/姓名$/u.test(plain) ? ['姓名', '名字'] : []), ...(/名称$/u.test(plain) ? ['名称'] : []), ...(/地址$/u.test(plain) ? ['地址'] : [])];
  return [...new Set(names)].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
}

/** The parts of a title that tell it from its neighbours: 户籍 of 户籍所在地, 就诊 and 入院 of 就诊或入院日期. */
export function fieldStemsOf(title: string, type: FieldTypeName): string[] {
  const plain = bare(title).replace(QUESTION, '');
  const parts = plain.split(/[或和及、/与]/u).flatMap((part) => [part, part.replace(KIND_WORDS, ''), part.replace(KIND_WORDS, '').replace(LEADING, '')]);
  // Of a day the verb says what happened on it: 发证 of 资格证发证日期.
  const verbs = type === 'date' ? parts.filter((part) => part.length >= 4 && !/日期$|时间$/u.test(part)).map((part) => part.slice(-2)) : [];
  const everyday = EVERYDAY.filter(([pattern]) => pattern.test(plain)).flatMap(([, words]) => words);
  return [...new Set([...parts, ...verbs, ...everyday])].filter((stem) => stem.length >= 2 || stem === '岁' || stem === '挣');
}

/** What a title says of whose value it is: 监护人 of 监护人身份证号; '' for 身份证号. */
export function qualifierOf(title: string): string {
  return bare(title).replace(QUESTION, '').replace(KIND_WORDS, '');
}
