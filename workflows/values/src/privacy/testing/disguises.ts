import type { PersonalKind } from '../personal-kinds.js';
import { wrongValue } from './personal-values.js';
import type { Random } from './random.js';

export const DISGUISES = ['full-width', 'spaced', 'dashed', 'dotted', 'chinese', 'wrong', 'mixed', 'split'] as const;
export type Disguise = (typeof DISGUISES)[number];

const HAN_DIGITS = '零一二三四五六七八九';
const TRADITIONAL = new Map(Object.entries({ 张: '張', 刘: '劉', 陈: '陳', 杨: '楊', 黄: '黃', 赵: '趙', 吴: '吳', 孙: '孫', 马: '馬', 罗: '羅', 郑: '鄭', 谢: '謝', 许: '許', 韩: '韓', 邓: '鄧', 冯: '馮', 肖: '蕭', 蒋: '蔣' }));

const fullWidth = (text: string) => text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const inHan = (text: string, random: Random) => text.replace(/\d/gu, (digit) => (digit === '1' ? random.of(['一', '幺']) : digit === '0' ? random.of(['零', '〇']) : HAN_DIGITS.charAt(Number(digit))));

/** The digits (and letters) of a number in groups of three to six, or one by one. */
function groups(value: string, random: Random): string[] {
  const size = random.of([1, 3, 4, 4, 6]);
  const head = /^1\d{10}$/u.test(value) && size > 1 ? [value.slice(0, 3)] : [];
  const rest = value.slice(head.join('').length);
  return [...head, ...(rest.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [])];
}

function separated(kind: PersonalKind, value: string, separators: readonly string[], random: Random): string {
  const separator = random.of(separators);
  switch (kind) {
    case 'person':
      return [...value].join(separator);
    case 'email':
      return separator.trim() === '' ? value.replace('@', ' @ ').replace(/\./gu, ' . ') : value.replace(/^([a-z]{3})/u, `$1${separator === '.' ? '.' : '-'}`);
    case 'plate':
      return `${value.slice(0, 2)}${separator}${value.slice(2, 4)}${random.of(['', separator])}${value.slice(4)}`;
    case 'address':
      return separator.trim() === '' ? value.replace(/(\d)(?=\d)/gu, '$1 ').replace(/(\d+)/gu, ' $1 ') : value.replace(/号楼(\d+)单元(\d+)室/u, `${separator}$1${separator}$2`).replace(/(路|街|道|巷)(\d+)号/u, `$1${separator}$2号`);
    case 'birth-date':
      return separator.trim() === '' ? value.replace(/(\d+)/gu, '$1 ') : value.replace(/年|月/gu, separator).replace('日', '');
    default:
      return groups(value, random).join(separator);
  }
}

function mixed(kind: PersonalKind, value: string, random: Random): string {
  const third = Math.max(1, Math.floor(value.length / 3));
  const [a, b, c] = [value.slice(0, third), value.slice(third, 2 * third), value.slice(2 * third)];
  switch (kind) {
    case 'person':
      return random.of([`（${value}）`, `【${value}】`, `「${value}」`, `“${value}”`]);
    case 'email':
      return random.of([value.replace('@', '（at）').replace(/\./gu, '（点）'), value.replace('@', '[at]'), value.replace('@', '艾特').replace(/\./gu, '点')]);
    case 'address':
      return random.of([value.replace(/(\d+)号/u, '（$1）号'), value.replace(/(\d+号)/u, '（$1）'), value.replace(/[一-鿿]{2,3}(?:花园|小区|苑)/u, '（$&）')]);
    case 'birth-date':
      return random.of([`（${value}）`, `农历${value}`, `${value.slice(0, 5)}，${value.slice(5)}`]);
    case 'plate':
      return random.of([`${value.slice(0, 2)}（${value.slice(2)}）`, `${value.slice(0, 1)}（${value.slice(1, 2)}）${value.slice(2)}`]);
    case 'account':
      return random.of([`（${value}）`, `【${value}】`]);
    default:
      return random.of([`${a}（${b}）${c}`, `${a}(${inHan(b, random)})${c}`, `${a}，${b}，${c}`, `${a}然后${b}然后${c}`, `（${value}）`]);
  }
}

/** The value as people write it so that a machine does not see it. For `split` the parts of several turns. */
export function disguise(kind: PersonalKind, value: string, how: Disguise, random: Random): string[] {
  switch (how) {
    case 'full-width':
      return [kind === 'person' ? [...value].join(random.of(['', '　'])) : fullWidth(value)];
    case 'spaced':
      return [separated(kind, value, [' ', '  ', '　'], random)];
    case 'dashed':
      return [separated(kind, value, ['-', '—', '－', '_'], random)];
    case 'dotted':
      return [separated(kind, value, ['.', '·', '．'], random)];
    case 'chinese':
      return [kind === 'person' ? [...value].map((character) => TRADITIONAL.get(character) ?? character).join('') : kind === 'email' ? value.replace('@', '艾特').replace(/\./gu, '点') : inHan(value, random)];
    case 'wrong':
      return [wrongValue(kind, value, random)];
    case 'mixed':
      return [mixed(kind, value, random)];
    case 'split':
      return split(kind, value, random);
  }
}

function split(kind: PersonalKind, value: string, random: Random): string[] {
  if (kind === 'person') return ['', value];
  if (kind === 'address') {
    const street = value.search(/[区县](?!.*[区县].*路)/u) + 1;
    return [value.slice(0, street), value.slice(street)];
  }
  if (kind === 'email') return [value.slice(0, value.indexOf('@')), value.slice(value.indexOf('@'))];
  if (kind === 'birth-date') return [value.slice(0, 5), value.slice(5)];
  const parts = random.of([2, 3]);
  const size = Math.ceil(value.length / parts);
  return value.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [value];
}
