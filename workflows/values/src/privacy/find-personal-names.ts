import { findPersons } from '../names/find-persons.js';
import { surnameLength } from '../names/surnames.js';
import { isHan } from '../text/fold-character.js';
import type { PersonalFind } from './personal-kinds.js';
import type { ProjectedText } from './projected-text.js';

const BRACKETS = new Set([...'（）()【】[]「」『』“”"《》<>{}\'‘’']);
const PAIRS = '張张陳陈劉刘黃黄吳吴趙赵孫孙馬马羅罗鄭郑謝谢許许馮冯鄧邓蕭肖葉叶蘇苏呂吕盧卢薑姜鐘钟鍾钟譚谭陸陆韋韦賈贾鄒邹閻阎龍龙萬万錢钱湯汤賴赖龐庞蘭兰聶聂魯鲁莊庄關关費费溫温衛卫楊杨';
const SIMPLE = new Map<string, string>();
for (let index = 0; index + 1 < PAIRS.length; index += 2) SIMPLE.set(PAIRS.charAt(index), PAIRS.charAt(index + 1));

/** Behind these a name stands, whatever its characters. */
const LABEL = /(?:姓名|名字|真名|联系人|收件人|申请人|经办人|法定代表人|监护人|户主|持卡人|患者|产妇|我叫|名叫|叫做|他叫|她叫)(?:的?名字)?(?:叫做|叫|就是|是|为|填|写|改成)?[:： \-—]{0,3}(?<name>[一-鿿]{2,4})(?=$|[，。,.;；:：、！!？?\s0-9A-Za-z@]|身份|手机|电话|性别|男|女|住|今年|出生|的|联系)/gu;
/** Behind a label, and no name. */
const NO_NAME = /^(?:员|们|权|学号|申诉|申请|查阅|纪律|简历|公司|商标|解除|填写|提供|应当|之|所|均|等|仅|只|无|未|并|但|其|该|此|每|各|另|再|还|给|让|使|暂无|不详|未知|本人|同上|没有|以下|如下|什么|哪个|谁|怎么|如何|需要|应当|可以|必须|不能|已经|是否|或者|以及|有权|提出|提交|可能|依法|及其|的|应|可|须|未|拒|死亡|住所|身份|电话|手机|姓名|名称|地址|性别|签名|签字|盖章|信息|资料|证件|材料|确认|变更|修改|改|填|必填|不一致|写错|错误|更正|和|与|在|有|不|要|为|被|将|对|向|从|到|因|自|按|经|凭|持)/u;
/** A name before what belongs to a person: 张三的身份证, 李四，男，. */
const OWNER = /(?<=^|[，。,.;；、！!？?\s：:和与跟给替帮为])(?<name>[一-鿿]{2,4})(?=的(?:身份证|手机|电话|微信|邮箱|住址|地址|社保|医保|银行卡|户口|生日|护照|车牌)|[，,、 ]{0,2}(?:男|女)(?=[，,、。 ])|[，,：: ]{1,2}(?:身份证|手机|电话|联系电话|证件号|住址)|[（(](?:身份证|手机|电话|男|女))/gu;
/** The text ends in the first character of a name. */
const OPEN = /(?:姓名|名字|我叫|名叫|联系人|申请人|收件人)(?:就?是|为|叫)?[:： ]{0,2}(?<name>[一-鿿])$/u;
const LONGEST_NAME = 4;

/** Names of persons where something says that one stands there, with blanks, points or brackets inside or around it. */
export function findPersonalNames(folded: ProjectedText, joined: ProjectedText): PersonalFind[] {
  const view = withoutBrackets(joined);
  const isNoName = (text: string, from: number) => NO_NAME.test(text.slice(from, from + 4));
  const plain = findPersons(folded.text).filter(({ from }) => !isNoName(folded.text, from)).map(({ from, to }): PersonalFind => ({ kind: 'person', from: folded.begin[from]!, to: folded.end[to - 1]!, normal: folded.text.slice(from, to) }));
  const finds = [...findPersons(view.text).filter(({ from }) => !isNoName(view.text, from)).map(({ from, to }) => ({ from, to })), ...labelled(view.text), ...owners(view.text), ...open(view.text)];
  return [...plain, ...finds.map(({ from, to }): PersonalFind => ({ kind: 'person', from: view.begin[from]!, to: view.end[to - 1]!, normal: view.text.slice(from, to) }))];
}

function withoutBrackets({ text, begin, end }: ProjectedText): ProjectedText {
  const keep = [...Array(text.length).keys()].filter((index) => !BRACKETS.has(text.charAt(index)));
  return { text: keep.map((index) => SIMPLE.get(text.charAt(index)) ?? text.charAt(index)).join(''), begin: keep.map((index) => begin[index]!), end: keep.map((index) => end[index]!) };
}

function labelled(text: string): { from: number; to: number }[] {
  return [...text.matchAll(LABEL)].flatMap((match) => place(match, (name) => !NO_NAME.test(name) && (isLinked(match[0], name) || surnameLength(name, 0) > 0)));
}

/** 联系人：… and 我叫…, not 联系人…. */
const isLinked = (written: string, name: string) => /(?:叫|是|为|[:：])[ ]?$|^(?:姓名|名字|真名)/u.test(written.slice(0, written.length - name.length));

function owners(text: string): { from: number; to: number }[] {
  return [...text.matchAll(OWNER)].flatMap((match) => place(match, (name) => {
    const surname = surnameLength(name, 0);
    return surname > 0 && name.length - surname >= 1 && name.length - surname <= 2 && !NO_NAME.test(name);
  }));
}

function open(text: string): { from: number; to: number }[] {
  const match = OPEN.exec(text);
  return match ? place(match, (name) => surnameLength(name, 0) > 0) : [];
}

function place(match: RegExpMatchArray, isName: (name: string) => boolean): { from: number; to: number }[] {
  const name = match.groups?.['name'] ?? '';
  const from = (match.index ?? 0) + match[0].length - name.length;
  return [...name].every(isHan) && name.length <= LONGEST_NAME && isName(name) ? [{ from, to: from + name.length }] : [];
}
