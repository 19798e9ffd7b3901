import { divisionChildren } from '../divisions/divisions.js';

/** A name that divisions have, whole (武胜县), short (武胜) or with the suffix of an earlier time (通州县). */
export interface DivisionName {
  name: string;
  form: 'whole' | 'short' | 'former';
  codes: string[];
}

const SUFFIX = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|新区|矿区|林区|省|市|地区|盟|区|县|旗)$/u;
const GROUPING = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u;
/** 恩施土家族苗族自治州 is 恩施; the peoples' names go with the suffix. */
const PEOPLES =
  /(?:(?:蒙古|柯尔克孜|哈萨克|维吾尔|塔吉克|锡伯|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|阿昌|普米|怒|德昂|保安|裕固|独龙|鄂伦春|鄂温克|各)族?)+$/u;
/** Divisions that were merged, by the code of the one that has their area now. */
const MERGED: Record<string, string> = {
  崇文区: '110101', 宣武区: '110102', 卢湾区: '310101', 南市区: '310101', 闸北区: '310106', 南汇区: '310115', 塘沽区: '120116', 汉沽区: '120116', 大港区: '120116',
  襄樊市: '420600', 思茅市: '530800', 万盛区: '500110', 双桥区: '500111', 通县: '110112', 蓟县: '120119', 郫县: '510117', 达县: '511703', 沙市区: '421002',
};

function shortOf(name: string): string {
  const bare = name.replace(SUFFIX, '');
  const short = bare.replace(PEOPLES, '');
  return short.length >= 2 ? short : bare.length >= 2 ? bare : name;
}

let cached: Map<number, DivisionName[]> | undefined;

/** The first two characters as one number. */
const keyAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** Names by their first two characters, the longest first. Built on first use. */
function index(): Map<number, DivisionName[]> {
  return (cached ??= build());
}

function build(): Map<number, DivisionName[]> {
  const byName = new Map<string, DivisionName>();
  const add = (name: string, form: DivisionName['form'], code: string) => {
    const known = byName.get(`${form} ${name}`);
    if (known) known.codes.push(code);
    else byName.set(`${form} ${name}`, { name, form, codes: [code] });
  };
  const visit = (parent: string | null) => {
    for (const { code, name } of divisionChildren(parent)) {
      if (!GROUPING.test(name)) {
        add(name, 'whole', code);
        const short = shortOf(name);
        if (short !== name) {
          add(short, 'short', code);
          if (!code.endsWith('00')) for (const suffix of ['县', '市', '区']) if (short + suffix !== name && short.length <= 4) add(short + suffix, 'former', code);
        }
      }
      if (code.endsWith('00')) visit(code);
    }
  };
  visit(null);
  for (const [name, code] of Object.entries(MERGED)) add(name, 'former', code);
  const names = new Map<number, DivisionName[]>();
  for (const each of byName.values()) {
    const key = keyAt(each.name, 0);
    const known = names.get(key);
    if (known) known.push(each);
    else names.set(key, [each]);
  }
  for (const list of names.values()) list.sort((a, b) => b.name.length - a.name.length || rank(a) - rank(b));
  return names;
}

const rank = ({ form }: DivisionName) => ['whole', 'short', 'former'].indexOf(form);

/** The names that stand at `at`, the longest first. */
export function divisionNamesAt(text: string, at: number): DivisionName[] {
  const list = index().get(keyAt(text, at));
  return list ? list.filter(({ name }) => text.startsWith(name, at)) : [];
}

/** Whether `code` lies inside `ancestor`, or is it. */
export function isInside(code: string, ancestor: string): boolean {
  return code.startsWith(ancestor.replace(/(?:00){1,2}$/u, ''));
}
