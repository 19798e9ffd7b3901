import { divisionChildren } from '@banshi/values';
import type { PolicyLevel } from '../level.js';

/** What a text shows of who made it. */
export interface Origin {
  issuer: string;
  level: PolicyLevel;
  /** Code of the division for which it holds; '' for the whole country. */
  region: string;
}

const number = /(?:[\u4e00-\u9fff]{1,10}[〔［[（(]\d{4}[〕］\])）]\s?(?:第?\s?\d{1,5}\s?号)|中华人民共和国[\u4e00-\u9fff]{2,14}令\s?第?\s?\d{1,5}\s?号|[\u4e00-\u9fff]{2,24}(?:令|公告)\s?第?\s?[\d一二三四五六七八九十百]{1,5}\s?号)/;
const body = /(国务院办公厅|国务院|[\u4e00-\u9fff]{2,16}?(?:人民代表大会常务委员会|人民代表大会|人民政府办公厅|人民政府|委员会|总局|部|厅|局|大学|学院|办公室))/;

/** 国发〔2024〕10号, 国务院令第258号: the first in the head of a text; '' for none. */
export function documentNumber(head: string): string {
  const found = number.exec(head.replace(/^\s*\d{4}\s?年.{1,8}日\s*/gm, ''));
  return found ? found[0].replace(/\s/g, '') : '';
}

/** Who made it, of which level under 立法法 and for where: from the title and the lines of adoption. Proposals, for a person to check. */
export function originOf(title: string, head: string): Origin {
  const region = regionOf(title) || regionOf(head.split('\n').map((line) => line.replace(/^[\s#（(]*\d{4}年\d{1,2}月\d{1,2}日\s*/, '')).find((line) => regionOf(line) !== '') ?? '');
  const issuer = issuerOf(title, head);
  return { issuer, level: levelOf(title, head, issuer, region), region };
}

function issuerOf(title: string, head: string): string {
  const lines = head.split('\n').slice(1).filter((line) => /公布|发布|通过|颁布|印发|批准|令/.test(line) && !/决定》/.test(line));
  const adopted = lines.filter((line) => /通过/.test(line)).at(-1) ?? lines.at(-1) ?? '';
  const named = /(全国人民代表大会(?:常务委员会)?)/.exec(adopted)?.[1] ?? body.exec(adopted.replace(/^\D{0,3}\d{4}年\d{1,2}月\d{1,2}日\s*/, '').replace(/第[一二三四五六七八九十百\d]{1,5}[届次]/g, ''))?.[1];
  return (named ?? body.exec(title)?.[1] ?? '').replace(/^中华人民共和国/, '').replace(/^国家国家/, '国家');
}

function levelOf(title: string, head: string, issuer: string, region: string): PolicyLevel {
  if (/宪法(?:修正案)?$/.test(title)) return 'constitution';
  if (/(?:大学|学院|学校)/.test(issuer) || /^[\u4e00-\u9fff]{2,15}(?:大学|学院)(?!.*(?:法|条例)$)/.test(title)) return 'institution';
  if (/^全国人民代表大会/.test(issuer)) return /法$|法典$|决定$|条例$/.test(title) ? 'law' : 'normative';
  if (/国务院.{0,30}令第/.test(head) || (issuer.startsWith('国务院') && /条例$|规定$|办法$|细则$/.test(title))) return 'administrative-regulation';
  if (/人民代表大会/.test(issuer)) return 'local-regulation';
  if (/(?:部|总局|委员会|署)令第?/.test(head) || /(?:部|总局)$/.test(issuer) && /(?:规定|办法|细则)$/.test(title)) return 'department-rule';
  if (region !== '' && /条例$/.test(title)) return 'local-regulation';
  if (/人民政府令/.test(head)) return 'local-rule';
  if (region === '' && /法$/.test(title) && !/办法$/.test(title)) return 'law';
  if (region === '' && /条例$|暂行办法$/.test(title)) return 'administrative-regulation';
  return 'normative';
}

let names: [name: string, code: string][] | undefined;

/** The province or city whose name the words begin with. */
function regionOf(words: string): string {
  names ??= divisionChildren(null)
    .flatMap(({ code, name }): [string, string][] => [[name, code], ...divisionChildren(code).map((city): [string, string] => [city.name, city.code])])
    .filter(([name]) => name.length > 2 && !/^(?:市辖区|省直辖县|自治区直辖)/.test(name))
    .sort((a, b) => b[0].length - a[0].length);
  const plain = words.trim().replace(/^[#\s]*/, '');
  return names.find(([name]) => plain.startsWith(name))?.[1] ?? '';
}
