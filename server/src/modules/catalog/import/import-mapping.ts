import { audiences, serviceTypes } from '@banshi/bundle';
import { z } from 'zod';
import { commonErrors, DomainError } from '../../../platform/errors/domain-error.js';

/** What a column of a file may become. */
export const importTargets = [
  'code',
  'title',
  'key',
  'type',
  'department',
  'audience',
  'summary',
  'themes',
  'conditions',
  'materials',
  'steps',
  'legalBasis',
  'statutoryLimit',
  'promisedLimit',
  'location',
  'hours',
  'consultPhone',
  'complaintPhone',
  'results',
] as const;
export type ImportTarget = (typeof importTargets)[number];

const mappingSchema = z.strictObject({
  /** Target → column of the file. What is not mapped stays as it is in items that exist. */
  columns: z.partialRecord(z.enum(importTargets), z.string().min(1).max(500)),
  /** What stands for cells that are empty. */
  defaults: z.strictObject({ type: z.enum(serviceTypes), department: z.string().min(1).max(64), audience: z.array(z.enum(audiences)).min(1) }).partial().default({}),
  /** `match`: departments must exist, found by key or title; `create`: those that do not are made. */
  departments: z.enum(['match', 'create']).default('match'),
});

export type ImportMapping = z.infer<typeof mappingSchema>;

/** Throws INVALID_INPUT that names the place under `input.mapping`. */
export function readMapping(value: unknown, columns: readonly string[]): ImportMapping {
  const parsed = mappingSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(['input.mapping', ...(issue?.path ?? [])].join('.'), issue?.message ?? 'mapping');
  }
  const mapping = parsed.data;
  for (const [target, column] of Object.entries(mapping.columns)) {
    if (!columns.includes(column)) throw invalid(`input.mapping.columns.${target}`, `${column} ∉ {${columns.slice(0, 30).join(', ')}}`);
  }
  if (!mapping.columns.title) throw invalid('input.mapping.columns.title', 'title');
  if (!mapping.columns.department && !mapping.defaults.department) throw invalid('input.mapping.columns.department', 'department');
  if (!mapping.columns.type && !mapping.defaults.type) throw invalid('input.mapping.columns.type', 'type');
  return mapping;
}

const invalid = (field: string, reason: string) => new DomainError(commonErrors.INVALID_INPUT, { field, params: { reason } });

/**
 * Names by which columns are known, best first: ours, plain Chinese and English, and those of the national and provincial portals.
 * On those, `handle_time` is the statutory limit and `handle_time_limit` the promised one.
 */
const names: Record<ImportTarget, string[]> = {
  code: ['code', 'taskcode', '事项编码', '实施编码', '基本编码', '编码', '事项代码', 'itemcode', 'servicecode'],
  title: ['title', 'taskname', '事项名称', 'mattername', '名称', '事项', 'name', 'itemname', 'servicename'],
  key: ['key', '键', '标识'],
  type: ['type', 'tasktypetext', '事项类型', 'mattertype', '类型', 'tasktype', '权力类型'],
  department: ['department', 'deptname', '实施机关', '实施主体', '部门', '办理机构', 'departmentname', 'orgname'],
  audience: ['audience', 'serviceobjectname', '办理对象', '服务对象', '面向对象', 'serviceobject'],
  summary: ['summary', '简介', '事项简介', '说明', 'description'],
  themes: ['themes', 'themecategory', '主题', '主题分类', '服务主题', 'theme', 'category'],
  conditions: ['conditions', 'acceptstandard', '受理条件', '办理条件', '申请条件', 'acceptcondition', 'condition'],
  materials: ['materials', 'materialintro', '申请材料', '材料', '办理材料', '材料清单', 'material'],
  steps: ['steps', '办理流程', '流程', '步骤', 'process'],
  legalBasis: ['legalbasis', '设定依据', '法律依据', '依据', 'lawbasis', 'basis'],
  statutoryLimit: ['statutorylimit', 'handletime', '法定时限', '法定办结时限', '法定期限', 'legallimit'],
  promisedLimit: ['promisedlimit', 'handletimelimit', '承诺时限', '承诺办结时限', '承诺期限', 'promiselimit'],
  location: ['location', 'handlelocation', '办理地点', '地点', '地址', 'address', 'place'],
  hours: ['hours', '办理时间', '工作时间', '办公时间', 'worktime', 'officehours'],
  consultPhone: ['consultphone', '咨询电话', '联系电话', 'phone', '电话', 'tel'],
  complaintPhone: ['complaintphone', 'complainphone', '监督电话', '投诉电话', '监督投诉电话'],
  results: ['results', '办理结果', '结果', '审批结果', 'result'],
};

const normalise = (name: string) => name.normalize('NFKC').toLowerCase().replace(/[\s_\-:：*()（）]/g, '');

/** The columns that probably hold each target, by their names. */
export function suggestMapping(columns: readonly string[]): ImportMapping {
  const normalised = columns.map(normalise);
  const taken = new Set<number>();
  const found: ImportMapping['columns'] = {};
  for (const target of importTargets) {
    const index = names[target].map((name) => normalised.findIndex((column, at) => column === normalise(name) && !taken.has(at))).find((at) => at >= 0);
    if (index === undefined) continue;
    taken.add(index);
    found[target] = columns[index]!;
  }
  return { columns: found, defaults: {}, departments: 'match' };
}
