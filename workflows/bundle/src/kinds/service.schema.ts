import { audiences, serviceTypes } from './bodies.js';
import { body, choice, flag, integer, itemTitle, key, list, nullable, record, text } from './schema-builders.js';

const timeLimit = (zh: string, en: string) =>
  nullable(
    record(
      [zh, en],
      {
        amount: integer(['数量', 'Amount'], 0, 3650),
        unit: choice(['单位', 'Unit'], ['workday', 'day', 'month']),
        note: text(['备注', 'Note'], 500),
      },
      ['note'],
    ),
  );

const material = record(
  ['材料', 'Material'],
  {
    name: text(['材料名称', 'Material name'], 300, { min: 1 }),
    copies: integer(['份数', 'Copies'], 0, 99),
    form: choice(['材料形式', 'Form of the material'], ['original', 'copy', 'both', 'electronic']),
    necessity: choice(['必要性', 'Necessity'], ['required', 'optional', 'conditional']),
    condition: text(['需要的情形', 'When it is needed'], 1000),
    sample: text(['样表', 'Sample'], 1000),
  },
  ['condition', 'sample'],
);

const guide = record(['办事指南', 'Guide'], {
  conditions: text(['办理条件', 'Conditions'], 20_000),
  materials: list(['申请材料', 'Materials'], material, 200),
  steps: list(
    ['办理流程', 'Steps'],
    record(['步骤', 'Step'], {
      title: text(['步骤名称', 'Step title'], 200, { min: 1 }),
      detail: text(['步骤说明', 'Step detail'], 5000),
    }),
    50,
  ),
  statutoryLimit: timeLimit('法定时限', 'Statutory time limit'),
  promisedLimit: timeLimit('承诺时限', 'Promised time limit'),
  fees: list(
    ['收费', 'Fees'],
    record(['收费项目', 'Fee'], {
      name: text(['收费名称', 'Fee name'], 200, { min: 1 }),
      // Integer 分, up to 一亿元.
      amount: integer(['金额（分）', 'Amount (0.01 CNY)'], 0, 10_000_000_000),
      basis: text(['收费依据', 'Basis of the fee'], 5000),
    }),
    100,
  ),
  legalBasis: list(
    ['设定依据', 'Legal basis'],
    record(
      ['依据', 'Basis'],
      {
        title: text(['文件名称', 'Document title'], 500, { min: 1 }),
        clause: text(['条款', 'Clause'], 500),
        text: text(['条文', 'Text'], 20_000),
        policy: key(['政策文件', 'Policy document']),
      },
      ['clause', 'text', 'policy'],
    ),
    100,
  ),
  location: text(['办理地点', 'Place'], 2000),
  hours: text(['办理时间', 'Opening hours'], 2000),
  consultPhone: text(['咨询电话', 'Enquiries phone'], 500),
  complaintPhone: text(['监督电话', 'Complaints phone'], 500),
  results: list(
    ['办理结果', 'Results'],
    record(
      ['结果', 'Result'],
      { name: text(['结果名称', 'Result name'], 300, { min: 1 }), sample: text(['结果样本', 'Result sample'], 1000) },
      ['sample'],
    ),
    50,
  ),
  faq: list(
    ['常见问题', 'Frequent questions'],
    record(['问答', 'Question and answer'], {
      question: text(['问题', 'Question'], 500, { min: 1 }),
      answer: text(['解答', 'Answer'], 10_000),
    }),
    200,
  ),
});

/** JSON Schema 2020-12 of a service item. */
export const serviceSchema = body(['事项', 'Service'], {
  title: itemTitle,
  code: text(['事项编码', 'Service code'], 64),
  type: choice(['事项类型', 'Service type'], serviceTypes),
  // Departments belong to the organisation, not to the bundle, so their keys are not held to our key pattern.
  department: text(['实施机关', 'Department'], 64, { min: 1 }),
  audience: list(['办理对象', 'Audience'], choice(['对象', 'Audience'], audiences), audiences.length, { unique: true }),
  summary: text(['简介', 'Summary'], 2000),
  themes: list(['主题', 'Themes'], text(['主题', 'Theme'], 50, { min: 1 }), 30, { unique: true }),
  guide,
  form: nullable(key(['申请表单', 'Application form'])),
  workflow: nullable(key(['办理流程图', 'Workflow'])),
  online: flag(['网上办理', 'Handled online']),
});
