import type { Audience, ServiceBody, ServiceType, TimeLimit } from '@banshi/bundle';
import type { Language } from '../../platform/actor/request-context.js';

type Text = Record<Language, string>;

const typeTitles: Record<ServiceType, Text> = {
  permit: { zh: '行政许可', en: 'permit' },
  confirmation: { zh: '行政确认', en: 'confirmation' },
  payment: { zh: '行政给付', en: 'payment' },
  reward: { zh: '行政奖励', en: 'reward' },
  ruling: { zh: '行政裁决', en: 'ruling' },
  collection: { zh: '行政征收', en: 'collection' },
  penalty: { zh: '行政处罚', en: 'penalty' },
  coercion: { zh: '行政强制', en: 'coercion' },
  inspection: { zh: '行政检查', en: 'inspection' },
  'other-power': { zh: '其他行政权力', en: 'other-power' },
  'public-service': { zh: '公共服务', en: 'public-service' },
  campus: { zh: '校内事务', en: 'campus' },
};
const audienceTitles: Record<Audience, Text> = {
  person: { zh: '自然人', en: 'person' },
  company: { zh: '企业法人', en: 'company' },
  institution: { zh: '事业法人', en: 'institution' },
  organization: { zh: '社会组织法人', en: 'organization' },
  agency: { zh: '行政机关', en: 'agency' },
  student: { zh: '学生', en: 'student' },
  staff: { zh: '教职工', en: 'staff' },
};
const unitTitles: Record<TimeLimit['unit'], Text> = { workday: { zh: '工作日', en: 'workday' }, day: { zh: '自然日', en: 'day' }, month: { zh: '月', en: 'month' } };

const list = (parts: readonly string[]) => parts.join('；');
const limit = (value: TimeLimit | null, language: Language) => (value === null ? '' : value.amount === 0 ? '即办' : `${value.amount}(${unitTitles[value.unit][language]})`);

/** Columns that the import knows by name in either language, so that an exported file can be changed and imported again. */
const columns: { heading: Text; cell: (key: string, body: ServiceBody, department: string, language: Language) => string }[] = [
  { heading: { zh: '键', en: 'key' }, cell: (key) => key },
  { heading: { zh: '事项编码', en: 'code' }, cell: (_key, body) => body.code },
  { heading: { zh: '事项名称', en: 'title' }, cell: (_key, body) => body.title },
  { heading: { zh: '事项类型', en: 'type' }, cell: (_key, body, _department, language) => typeTitles[body.type][language] },
  { heading: { zh: '实施机关', en: 'department' }, cell: (_key, _body, department) => department },
  { heading: { zh: '办理对象', en: 'audience' }, cell: (_key, body, _department, language) => list(body.audience.map((audience) => audienceTitles[audience][language])) },
  { heading: { zh: '主题', en: 'themes' }, cell: (_key, body) => list(body.themes) },
  { heading: { zh: '简介', en: 'summary' }, cell: (_key, body) => body.summary },
  { heading: { zh: '法定时限', en: 'statutory limit' }, cell: (_key, body, _department, language) => limit(body.guide.statutoryLimit, language) },
  { heading: { zh: '承诺时限', en: 'promised limit' }, cell: (_key, body, _department, language) => limit(body.guide.promisedLimit, language) },
  { heading: { zh: '受理条件', en: 'conditions' }, cell: (_key, body) => body.guide.conditions },
  { heading: { zh: '申请材料', en: 'materials' }, cell: (_key, body) => list(body.guide.materials.map((material) => material.name)) },
  { heading: { zh: '办理地点', en: 'location' }, cell: (_key, body) => body.guide.location },
  { heading: { zh: '办理时间', en: 'hours' }, cell: (_key, body) => body.guide.hours },
  { heading: { zh: '咨询电话', en: 'consult phone' }, cell: (_key, body) => body.guide.consultPhone },
  { heading: { zh: '监督电话', en: 'complaint phone' }, cell: (_key, body) => body.guide.complaintPhone },
  { heading: { zh: '办理结果', en: 'results' }, cell: (_key, body) => list(body.guide.results.map((result) => result.name)) },
];

export const csvHeadings = (language: Language) => columns.map(({ heading }) => heading[language]);
export const csvCells = (key: string, body: ServiceBody, department: string, language: Language) => columns.map(({ cell }) => cell(key, body, department, language));
