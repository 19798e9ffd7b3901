import type { ParsedPolicy } from '../policy.types.js';
import { type PlacedSentence, sentencesOf } from './placed-sentence.js';

export const pointTypes = ['who', 'conditions', 'amount', 'materials', 'time', 'where', 'not'] as const;
/** 谁, 条件, 给多少, 材料, 时限, 哪里, 哪些情形不行. */
export type PointType = (typeof pointTypes)[number];

export interface PolicyPoint extends PlacedSentence {
  type: PointType;
}

const number = '[\\d０-９一二三四五六七八九十百千万零〇两]';
const cues: readonly (readonly [PointType, RegExp])[] = [
  ['not', /不予|不得(?!要求)|不符合|停止发放|暂停|不受理|除外|责令退回|追回/u],
  ['materials', /提交|提供.{0,12}(?:材料|证明|证件)|材料[：:]?$|身份证|户口簿|证明(?!.{0,6}不)|申请表|复印件|营业执照/u],
  ['amount', new RegExp(`${number}+(?:\\.\\d+)?(?:万|千|百)?元|百分之${number}|[\\d.]+%|免收|不收费|工本费|标准为|补贴标准|差额|比例`, 'u')],
  ['time', new RegExp(`${number}+(?:个)?(?:工作日|日内|日前|天|个月|年内|学期)|次月起|每月|每年|当场|当日`, 'u')],
  ['where', /网上办事大厅|窗口|自助终端|派出所|乡镇人民政府|街道办事处|所在地|居住地|户籍地/u],
  ['conditions', /同时符合|下列条件|条件之一|下列情形之一|满\S{1,8}(?:年|周岁|个月)|低于|不超过|可以申请|可以申领/u],
  ['who', /适用本|下列人员|的(?:人员|居民|家庭|学生|公民|企业|单位|职工)[，。；]|本规定所称|对象/u],
];
/** Items are what the words above them say: 下列条件 makes each of its items a condition. */
const governed: readonly (readonly [PointType, RegExp])[] = [
  ['not', /不予|不得|不符合|停止/u],
  ['materials', /材料|证明之一/u],
  ['conditions', /条件|情形/u],
  ['who', /人员|对象|适用/u],
];
const purpose = /^(?:为了|根据)|制定本|同时废止|施行。?$|负责解释/u;
const maxPerType = 8;

/** What a person wants to know of a document, type by type, verbatim with its places. A sentence stands under at most two types. */
export function findPoints(parsed: Pick<ParsedPolicy, 'text' | 'clauses'>): PolicyPoint[] {
  const found: PolicyPoint[] = [];
  for (const sentence of sentencesOf(parsed)) {
    if (purpose.test(sentence.text) || /[：:]$/u.test(sentence.text)) continue;
    const above = sentence.leadIn === '' ? undefined : governed.find(([, cue]) => cue.test(sentence.leadIn))?.[0];
    const own = cues.flatMap(([type, cue]) => (cue.test(sentence.text) ? [type] : []));
    const headed = sentence.path.some((title) => /条件|对象/u.test(title)) && own.length === 0 ? ['conditions' as const] : [];
    const types = above === undefined ? [...own.slice(0, 2), ...headed] : [above];
    for (const type of new Set(types)) found.push({ ...sentence, type });
  }
  return pointTypes.flatMap((type) => found.filter((point) => point.type === type).slice(0, maxPerType));
}
