import { divisionFullName } from '../divisions/divisions.js';
import type { Meaning, Reading } from '../found-value.js';
import { invalid, VALID } from '../verdict.js';
import { restEnd } from './address-rest.js';
import { type DivisionName, divisionNamesAt, isInside } from './division-names.js';

interface Chain {
  to: number;
  codes: string[];
  /** How many names it has, and whether one of them was whole. */
  names: number;
  isWhole: boolean;
}

const MAX_CANDIDATES = 8;
const SEPARATOR = /[ ,，、/·-]/u;
/** A name alone that is a part of another word or street: 中山路, 北京大学, 南京东路. */
const IS_STREET = /^(?:[东南西北中]?[路街道巷]|大道|大街|大学|学院|银行|饭店|宾馆|烤鸭|话|菜|时间|人寿|日报|晚报|师范|理工|交通|医科|财经)/u;
const CUE = /(?:住在|现住|居住地?|居住在|家住|住址|地址|户籍地?|户籍在|户口所?在?地?|籍贯|出生地|来自|位于|坐落于?|所在地区?|地区|老家|搬到|迁往|迁至|迁到|落户|落户到|在|到|去|从|是|为|于|住)[是为在于:：]*$/u;
/** Whole names that are words as well; they count behind the name of what they lie in. */
const GENERIC = new Set(['城区', '郊区', '矿区', '市中区', '新区', '高新区', '开发区', '城关区', '工业园区']);

const level = (code: string) => (code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3);

/** Behind a chain only what lies inside it counts: 上海市广东路 is in no other province. */
function narrowed({ codes }: Chain, name: DivisionName): string[] {
  return name.codes.filter((code) => codes.some((outer) => code !== outer && isInside(code, outer)));
}

function extend(text: string, chain: Chain): Chain | null {
  const at = chain.to + (SEPARATOR.test(text[chain.to] ?? '') ? 1 : 0);
  for (const name of divisionNamesAt(text, at)) {
    const isRepeated = name.form !== 'former' && name.codes.some((code) => chain.codes.includes(code)) && chain.names === 1;
    const inside = narrowed(chain, name);
    const codes = inside.length > 0 ? inside : isRepeated ? chain.codes : [];
    const to = at + name.name.length;
    if (codes.length === 0 || (name.form === 'short' && (IS_STREET.test(text.slice(to, to + 2)) || /^[镇乡村]/u.test(text.slice(to, to + 1))))) continue;
    return { to, codes, names: chain.names + 1, isWhole: chain.isWhole || name.form === 'whole' };
  }
  const grouping = /^(?:市辖区|辖区)/u.exec(text.slice(at, at + 3));
  return grouping ? { ...chain, to: at + grouping[0].length } : null;
}

function chainAt(text: string, from: number): Chain | null {
  for (const name of divisionNamesAt(text, from)) {
    const to = from + name.name.length;
    // A county's short name alone is a word (朝阳, 和平); its former name is known by its suffix.
    const codes = name.form === 'short' ? name.codes.filter((code) => level(code) < 3) : name.codes;
    if (codes.length === 0 || GENERIC.has(name.name)) continue;
    let chain: Chain = { to, codes, names: 1, isWhole: name.form !== 'short' };
    for (let count = 0; count < 4; count += 1) {
      const longer = extend(text, chain);
      if (!longer) break;
      chain = longer;
    }
    if (chain.names === 1 && name.form === 'short' && !standsAlone(text, from, to, codes)) continue;
    return chain;
  }
  return null;
}

/** Whether a short name without anything behind it is meant as a place. */
function standsAlone(text: string, from: number, to: number, codes: readonly string[]): boolean {
  if (IS_STREET.test(text.slice(to, to + 2))) return false;
  if (codes.some((code) => level(code) === 1)) return true;
  return (from === 0 && to === text.length) || CUE.test(text.slice(Math.max(0, from - 6), from));
}

/** 长沙: the city, and the county in it; the wider one is meant. */
function widest(codes: readonly string[]): string[] {
  const outer = codes.find((code) => codes.every((other) => isInside(other, code)));
  return outer === undefined ? [...codes] : [outer];
}

function reading(text: string, from: number, chain: Chain): Reading {
  const to = restEnd(text, chain.to);
  const rest = text.slice(chain.to, to).replace(/^[ ,，、]/u, '');
  const codes = widest(chain.codes);
  const meanings = codes.map((code): Meaning<'address'> => {
    const division = divisionFullName(code);
    return { normal: division + rest, value: { code, division, rest } };
  });
  const [only] = meanings;
  if (only && meanings.length === 1) return { kind: 'address', from, to, ...only };
  return { kind: 'address', from, to, normal: text.slice(from, to), value: null, candidates: meanings.slice(0, MAX_CANDIDATES), verdict: invalid('division-ambiguous', { count: codes.length }) };
}

/** A street and a house whose division is not said: 人民路12号3单元501室. */
const STREET = /(?<=^|[，。,;；:：\s]|住在|住|地址|住址|位于|在|于|是|为|到)[一-鿿]{2,8}?(?:大道|大街|路|街|巷|弄|胡同|村|小区|社区|花园|苑)[东南西北中]?(?:段|一段|二段|三段)?\d{1,5}(?:号|弄|栋|幢|组|座)/gu;

function streets(text: string): Reading[] {
  return [...text.matchAll(STREET)].map((match): Reading => {
    const lead = /^(?:在|于|住在|住|是|为|现住|家住|我住在?|我家在?)+/u.exec(match[0])?.[0].length ?? 0;
    const from = match.index + lead;
    const to = Math.max(match.index + match[0].length, restEnd(text, from));
    const rest = text.slice(from, to);
    return { kind: 'address', from, to, normal: rest, value: { code: null, division: '', rest }, verdict: VALID };
  });
}

/**
 * Addresses: the division as a code, what follows it as rest; all codes where the name alone does not decide (鼓楼区).
 * Names are followed from left to right, each inside the one before.
 */
export function findAddresses(text: string): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < text.length; ) {
    const chain = chainAt(text, at);
    if (!chain) {
      at += 1;
      continue;
    }
    const address = reading(text, at, chain);
    found.push(address);
    at = address.to;
  }
  // A street inside an address is shorter than it, and falls out with what overlaps.
  return [...found, ...streets(text)];
}
