import type { Reading } from '../found-value.js';
import { isHan } from '../text/fold-character.js';
import { surnameLength } from './surnames.js';

/** Words behind which a name stands. The second group is for those that have other uses as well: there a surname is needed. */
const CUE =
  /(?:(姓名|名字|申请人|联系人|法定代表人|法人代表|法人|企业法人|负责人|经办人|代理人|委托人|被委托人|监护人|户主|收件人|签收人|承租人|出租人|持证人|本人名叫|名叫|我叫|他叫|她叫|叫做|叫)|(我是|本人|他是|她是|配偶|丈夫|妻子|老公|老婆|父亲|母亲|爸爸|妈妈|儿子|女儿|孩子|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆|同事|朋友|邻居|学生|职工|员工|居民|公民|村民))(?:的?(?:姓名|名字))?(?:叫做|叫|为|是)?[:：]?/gu;
/** A form of address behind a name: 张三先生. */
const TITLE = /(?:先生|女士|小姐|同志|老师|同学|大爷|大妈|阿姨)/gu;
/** Characters that no given name has, as they begin what comes next. */
const NOT_GIVEN = /[的了是在和与跟及或有要想请把被给对到去来从为于不没也都就还已经曾将能可会应该我你他她它们这那哪怎什么吗呢吧啊呀哦嗯，。,.!?！？;；:：、()（）"“”'\d\sA-Za-z]/u;
/** Words that follow a name and would be taken for a part of it. */
const BEHIND = /^(?:身份|手机|电话|住|男|女|出生|今年|现在|申请|办理|联系|年龄|岁|生于|户籍|地址|毕业|工作|单位|职业|先生|女士|老师|同志|小姐|因|需|本人|家住|来自|想|考|退休|失业|报名|号|向|现)/u;
/** Names of roles and things, which a surname's character begins: 高中生, 金牌, 成年人, 公司. */
const NOT_NAMES =
  /^(?:高中|高校|高级|高龄|成年|成都|安徽|安全|江苏|江西|云南|贵州|文化|文盲|方便|方面|单位|单身|单亲|金额|白天|时候|时间|水电|农民|农业|农村|国家|国内|全部|全家|全国|全日|全职|马上|常住|任何|商户|应届|应该|明天|明年|关于|原来|连续|强制|成功|华侨|武汉|温州|苏州|项目|车主|车辆|计划|管理|解决|简单|代表|代理|代办|路人|米饭|党员|游客|家长|康复|毛病|石家|房子|房屋|房东|左右|盛世|燕京|计生|司机|冷冻|和谐|普通|尚未|尤其|查询|查看|边境|古代|景区|林业|田地|牛奶|白领|黄金|龙岩|广州|宁波|程序|章程|符合|席位|封闭|易地|经常|经营|孤儿|残疾|退休|失业|本地|外地|大学|研究|学生|个体|企业|老板|法人|负责|刚|一)/u;

interface Found {
  from: number;
  to: number;
}

/** The name that begins at `at`: surname and one or two characters; `open` allows any Chinese name behind a sure cue. */
function nameAt(text: string, at: number, isSure: boolean): Found | null {
  const surname = surnameLength(text, at);
  if (surname === 0) return isSure ? otherName(text, at) : null;
  if (NOT_NAMES.test(text.slice(at, at + 3))) return null;
  let to = at + surname;
  const limit = at + surname + 2;
  while (to < limit && to < text.length && isHan(text.charAt(to)) && !NOT_GIVEN.test(text.charAt(to)) && !BEHIND.test(text.slice(to, to + 2))) to += 1;
  return to > at + surname ? { from: at, to } : null;
}

/** 买买提·艾力 and Latin names, behind 姓名 and the like. */
const OTHER = /[一-鿿]{1,8}(?:·[一-鿿]{1,8}){1,4}|[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){1,3}/y;

function otherName(text: string, at: number): Found | null {
  OTHER.lastIndex = at;
  const match = OTHER.exec(text);
  return match && { from: at, to: at + match[0].length };
}

function behindCues(text: string): Found[] {
  return [...text.matchAll(CUE)].flatMap((match) => {
    const at = match.index + match[0].length;
    const isSure = match[1] !== undefined;
    // 我是王五 but not 我是王五的: a role needs the end of a clause or a verb behind the name.
    const found = otherName(text, at) ?? nameAt(text, at, isSure);
    return found ? [found] : [];
  });
}

function beforeTitles(text: string): Found[] {
  return [...text.matchAll(TITLE)].flatMap((match): Found[] => {
    for (const length of [4, 3, 2]) {
      const from = match.index - length;
      const surname = from < 0 ? 0 : surnameLength(text, from);
      const given = length - surname;
      const name = text.slice(from, match.index);
      if (surname > 0 && given >= 1 && given <= 2 && [...name].every((character) => isHan(character) && !NOT_GIVEN.test(character)) && !NOT_NAMES.test(name)) return [{ from, to: match.index }];
    }
    return [];
  });
}

/** Names of persons, where a word says that one stands there (我叫张三, 联系人：李四) or an address follows it (王五先生). */
export function findPersons(text: string): Reading[] {
  const all = [...behindCues(text), ...beforeTitles(text)];
  return all.map(({ from, to }): Reading => ({ kind: 'person', from, to, normal: text.slice(from, to), value: text.slice(from, to) }));
}
