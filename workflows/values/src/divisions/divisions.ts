import { DIVISION_TABLE } from './division-table.js';

/** One division. `code` always has six digits (GB/T 2260): `510000`, `511600`, `511602`. */
export interface Division {
  code: string;
  name: string;
}

interface Index {
  names: Map<string, string>;
  children: Map<string | null, Division[]>;
}

/** Rows that only group a municipality's districts or a province's directly governed counties; people do not say them. */
const GROUPING = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u;

let cached: Index | undefined;

/** Parsed on first use: most callers (and every browser page without an address field) never need it. */
function index(): Index {
  return (cached ??= parseTable());
}

function parseTable(): Index {
  const names = new Map<string, string>();
  const children = new Map<string | null, Division[]>();
  const add = (parent: string | null, code: string, name: string) => {
    names.set(code, name);
    const siblings = children.get(parent);
    if (siblings) siblings.push({ code, name });
    else children.set(parent, [{ code, name }]);
  };
  for (const line of DIVISION_TABLE) {
    const [province = '', ...cities] = line.split(';');
    const provinceCode = `${province.slice(0, 2)}0000`;
    add(null, provinceCode, province.slice(2));
    for (const entry of cities) {
      const [city = '', counties] = entry.split(':');
      const cityCode = `${province.slice(0, 2)}${city.slice(0, 2)}00`;
      add(provinceCode, cityCode, city.slice(2));
      for (const county of counties?.split(',') ?? []) add(cityCode, cityCode.slice(0, 4) + county.slice(0, 2), county.slice(2));
    }
  }
  return { names, children };
}

/** Pads a two- or four-digit code to six digits; anything else that is not a code becomes ''. */
function sixDigits(code: string): string {
  return /^(?:\d{2}|\d{4}|\d{6})$/u.test(code) ? code.padEnd(6, '0') : '';
}

/** Whether the code is that of a current division (a province, a city or a county). */
export function isDivisionCode(code: string): boolean {
  return index().names.has(sixDigits(code));
}

/** The division's own name, or null when there is none with that code. */
export function divisionName(code: string): string | null {
  return index().names.get(sixDigits(code)) ?? null;
}

/** The divisions directly below `code`; the provinces for null. Empty for a leaf and for an unknown code. */
export function divisionChildren(code: string | null): Division[] {
  return [...(index().children.get(code === null ? null : sixDigits(code)) ?? [])];
}

/** From the province down to the division itself; empty for an unknown code. */
export function divisionPath(code: string): Division[] {
  const full = sixDigits(code);
  const chain = [`${full.slice(0, 2)}0000`, `${full.slice(0, 4)}00`, full];
  if (!index().names.has(full)) return [];
  return [...new Set(chain)].map((each) => ({ code: each, name: index().names.get(each) ?? '' }));
}

/** The name as people write it: 四川省广安市广安区, 北京市东城区 (grouping rows left out). */
export function divisionFullName(code: string): string {
  return divisionPath(code)
    .map((each) => each.name)
    .filter((name) => !GROUPING.test(name))
    .join('');
}

const SHORT_SUFFIX = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|省|市|地区|盟|区|县|旗)$/u;

function shortName(name: string): string {
  const short = name.replace(SHORT_SUFFIX, '');
  return short.length >= 2 ? short : name;
}

/** Longest prefix of `text` that names the division: its name, or its name without 省, 市, 区…; 0 for none. */
function matchLength(text: string, name: string): number {
  if (text.startsWith(name)) return name.length;
  const short = shortName(name);
  return text.startsWith(short) ? short.length : 0;
}

/**
 * The codes of the divisions that a written name may mean: '广安市' → ['511600'],
 * '鼓楼区' → four codes. Levels may be left out from the top. Only whole names match. Where one
 * candidate contains all the others ('长沙': the city and the county in it) only that one is answered.
 */
export function findDivisions(text: string): string[] {
  const wanted = text.trim();
  if (wanted === '' || wanted.length > 60) return [];
  const found = new Map<string, number>();
  const visit = (parent: string | null, rest: string, exact: number) => {
    if (rest === '') return;
    for (const { code, name } of divisionChildren(parent)) {
      const length = matchLength(rest, name);
      const left = rest.slice(length);
      const score = exact + (length === name.length ? 1 : 0);
      if (length > 0 && left === '') found.set(code, Math.max(score, found.get(code) ?? 0));
      // A skipped level is tried as well: 四川省武胜县, 武胜县.
      if (parent === null || code.endsWith('00')) visit(code, length > 0 ? left : rest, score);
    }
  };
  visit(null, wanted, 0);
  const best = Math.max(0, ...found.values());
  const candidates = [...found].filter(([, score]) => score === best).map(([code]) => code);
  const widest = candidates.find((code) => candidates.every((other) => other.startsWith(code.replace(/(?:00)+$/u, ''))));
  return widest === undefined ? candidates : [widest];
}
