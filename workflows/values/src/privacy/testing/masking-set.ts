import { DEFAULT_KINDS, type PersonalKind } from '../personal-kinds.js';
import { type Disguise, disguise, DISGUISES } from './disguises.js';
import { personalValue } from './personal-values.js';
import { Random } from './random.js';

/** One conversation of a citizen; `secrets` are what of each turn must not be seen. */
export interface MaskingLine {
  kind: PersonalKind;
  disguise: Disguise;
  turns: string[];
  secrets: string[];
}

/** `{}` is where the value stands. */
const TEMPLATES: Record<string, readonly string[]> = {
  'resident-id': ['我的身份证号是{}', '身份证：{}，想查一下社保', '证件号码 {}', '老人身份证号{}，需要办理退休', '{}这个身份证能查到吗', '帮我用{}登录', '公民身份号码为{}。', '孩子的身份证是{}，要上户口'],
  mobile: ['我的手机是{}', '手机号：{}', '联系电话{}，下午打给我', '有事打我电话{}', '{}，这是我的号码', '请发短信到{}', '我换号了，新手机号是{}，旧的停了', '电话 {} 联系不上请发消息'],
  phone: ['家里座机是{}', '固定电话：{}', '单位电话{}', '办公电话是{}，找综合科', '传真{}', '联系电话：{}（家里）', '家庭电话 {}'],
  'bank-card': ['银行卡号是{}', '卡号：{}', '把补贴打到卡{}', '我的工资卡{}，开户行在成都', '收款账号{}', '账户是{}，请核对', '储蓄卡{}丢了怎么挂失'],
  plate: ['车牌号是{}', '我的车{}要年检', '车牌：{}', '{}违章怎么处理', '给{}办居民停车证', '车辆{}过户需要什么材料'],
  email: ['邮箱是{}', '我的邮箱：{}', '请发到{}', '邮件地址 {}，谢谢', 'email: {}', '材料发我邮箱{}可以吗'],
  address: ['我住在{}', '地址：{}', '家庭住址是{}，请寄到这里', '现住{}', '户籍地址为{}', '请把证寄到{}。', '我家在{}，属于哪个社区'],
  person: ['我叫{}', '姓名：{}', '联系人是{}，下午在家', '申请人{}，申请低保', '姓名是{}，要查社保', '我的名字叫{}', '法定代表人：{}，已签字', '监护人{}'],
  'birth-date': ['出生日期：{}', '我的生日是{}', '我生于{}，能退休吗', '出生年月日为{}', '孩子出生于{}，要办出生证', '老人出生日期是{}。'],
  permit: ['护照号{}', '我的护照号码是{}', '港澳通行证：{}', '通行证号 {}，要续签', '护照{}快过期了', '回乡证号码为{}'],
  account: ['微信号是{}', '加我微信{}', 'QQ：{}', '我的QQ号{}', '微信：{}，请通过', '我微信号 {}，方便联系'],
  insurance: ['社保号是{}', '社会保障号：{}', '医保卡号{}', '我的医保号码为{}，查一下余额', '病历号{}', '参保编号是{}，请查询'],
};
/** Words that announce what the next turns say. */
const OPENINGS: Record<string, readonly string[]> = {
  'resident-id': ['我的身份证号是{}', '身份证：{}'],
  mobile: ['我的手机是{}', '手机号：{}', '联系电话 {}'],
  phone: ['座机是{}', '家里电话{}'],
  'bank-card': ['银行卡号是{}', '卡号：{}'],
  plate: ['车牌号是{}', '我的车是{}'],
  email: ['邮箱是{}', '我的邮箱：{}'],
  address: ['我住在{}', '地址是{}'],
  person: ['我叫{}', '姓名：{}', '联系人是{}'],
  'birth-date': ['出生日期是{}', '我生于{}'],
  permit: ['护照号是{}', '通行证号{}'],
  account: ['微信号是{}', 'QQ是{}'],
  insurance: ['社保号是{}', '医保卡号：{}'],
};

/** 2,000 lines: every kind under every disguise some twenty times, in the words of citizens. The same every time. */
export function maskingSet(seed = 20_240_313, count = 2_000): MaskingLine[] {
  const random = new Random(seed);
  const lines: MaskingLine[] = [];
  for (let index = 0; lines.length < count; index += 1) {
    const kind = DEFAULT_KINDS[index % DEFAULT_KINDS.length]!;
    const how = DISGUISES[Math.floor(index / DEFAULT_KINDS.length) % DISGUISES.length]!;
    lines.push(line(kind, how, random));
  }
  return lines;
}

function line(kind: PersonalKind, how: Disguise, random: Random): MaskingLine {
  const parts = disguise(kind, personalValue(kind, random), how, random);
  const template = random.of((how === 'split' ? OPENINGS : TEMPLATES)[kind]!);
  const [first = '', ...others] = parts;
  return { kind, disguise: how, turns: [template.replace('{}', () => first), ...others], secrets: parts };
}
