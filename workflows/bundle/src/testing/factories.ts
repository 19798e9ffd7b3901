import type { DialogTestBody, DictionaryBody, FaqBody, FormBody, Guide, IntentBody, JsonSchema, Material, ModelBody, PolicyBody, ProfileBody, ServiceBody, SlotBody, WorkflowBody } from '../kinds/bodies.js';

/** Small bodies that are right in every respect, of which a test says only what it is about. */

export function newMaterial(over: Partial<Material> = {}): Material {
  return { name: '身份证', copies: 1, form: 'original', necessity: 'required', ...over };
}

export function newGuide(over: Partial<Guide> = {}): Guide {
  return {
    conditions: '年满十八周岁。',
    materials: [newMaterial()],
    steps: [{ title: '申请', detail: '网上提交。' }],
    statutoryLimit: { amount: 20, unit: 'workday' },
    promisedLimit: { amount: 5, unit: 'workday' },
    fees: [],
    legalBasis: [{ title: '某市便民服务办法' }],
    location: '市民中心一楼',
    hours: '工作日 9:00–17:00',
    consultPhone: '0000-12345',
    complaintPhone: '0000-12346',
    results: [{ name: '办理结果通知书' }],
    faq: [],
    ...over,
  };
}

export function newService(over: Partial<Omit<ServiceBody, 'guide'>> & { guide?: Partial<Guide> } = {}): ServiceBody {
  const { guide, ...rest } = over;
  return {
    title: '补贴申领',
    code: 'SP-0001',
    type: 'payment',
    department: 'welfare',
    audience: ['person'],
    summary: '符合条件的居民可以申领。',
    themes: ['社保'],
    form: 'subsidy-form',
    workflow: 'subsidy-flow',
    online: true,
    guide: newGuide(guide),
    ...rest,
  };
}

/** A form with one section that shows every field. */
export function newForm(over: { fields?: Record<string, JsonSchema>; required?: string[]; schema?: JsonSchema } = {}): FormBody {
  const fields = over.fields ?? { name: { type: 'string', title: '姓名', maxLength: 50 }, amount: { type: 'integer', title: '申请金额', 'x-type': 'money', minimum: 0 } };
  return {
    title: '申请表',
    description: '',
    schema: { type: 'object', properties: fields, required: over.required ?? [], additionalProperties: false, ...over.schema },
    layout: { sections: [{ key: 'basic', title: '基本信息', fields: Object.keys(fields).map((field) => ({ field })) }] },
  };
}

export function newIntent(over: Partial<IntentBody> = {}): IntentBody {
  return { title: '申领补贴', description: '', role: 'service', service: 'subsidy', parent: null, guideline: '', ...over };
}

export function newSlot(over: Partial<SlotBody> = {}): SlotBody {
  return { title: '姓名', description: '', type: 'person', dictionary: null, sensitive: false, guideline: '', ...over };
}

export function newDictionary(over: Partial<DictionaryBody> = {}): DictionaryBody {
  return { title: '学历', description: '', entries: [{ code: 'bachelor', title: '本科' }, { code: 'master', title: '硕士' }], ...over };
}

export function newPolicy(over: Partial<PolicyBody> = {}): PolicyBody {
  return {
    title: '某市便民服务办法',
    issuer: '某市人民政府',
    level: 'local-rule',
    number: '某市人民政府令第12号',
    region: '',
    issuedOn: '2024-02-01',
    effectiveFrom: '2024-03-01',
    effectiveTo: null,
    themes: ['政务服务'],
    services: ['subsidy'],
    relations: [{ type: 'repeals', title: '某市便民服务暂行办法', policy: null, date: null }],
    clauseValidity: [{ clause: 'a2', from: '2025-01-01', to: null, note: '' }],
    source: '',
    text: '某市便民服务办法\n第一条 为了便民，制定本办法。\n第二条 年满十八周岁的居民可以申领补贴。\n第三条 本办法自2024年3月1日起施行。',
    ...over,
  };
}

export function newProfile(over: Partial<ProfileBody> = {}): ProfileBody {
  const field = { unit: '', dictionary: null, sensitive: false, sources: [] };
  return {
    title: '居民信息项',
    description: '',
    fields: [
      { ...field, name: 'age', title: '年龄', type: 'number', unit: '岁', question: '您今年多少岁？' },
      { ...field, name: 'isStudent', title: '在校学生', type: 'boolean', question: '您现在是在校学生吗？' },
      { ...field, name: 'education', title: '学历', type: 'choice', dictionary: 'education', question: '您的最高学历是什么？' },
      { ...field, name: 'isDisabled', title: '持有残疾人证', type: 'boolean', question: '您是否持有残疾人证？', sensitive: true },
    ],
    ...over,
  };
}

export function newFaq(over: Partial<FaqBody> = {}): FaqBody {
  return { title: '补贴什么时候发？', similar: ['几号发补贴'], answer: '每月十日前发放。', services: ['subsidy'], themes: [], validFrom: null, validTo: null, source: '', ...over };
}

export function newDialogTest(over: Partial<DialogTestBody> = {}): DialogTestBody {
  return { title: '补贴对话', description: '', text: 'test_cases:\n  - name: 申请补贴\n    service: subsidy\n    steps:\n      - user: 我要申请补贴\n        assertions:\n          - flow_started: subsidy\n', ...over };
}

export function newModel(over: Partial<Omit<ModelBody, 'metrics'>> & { metrics?: Partial<ModelBody['metrics']> } = {}): ModelBody {
  const { metrics, ...rest } = over;
  return {
    title: '意图模型',
    version: 1,
    artifact: 'a'.repeat(64),
    method: 'head',
    snapshot: 'b'.repeat(64),
    intents: ['apply-subsidy'],
    slots: ['person-name'],
    metrics: { accuracy: 0.95, macroF1: 0.94, slotF1: 0.9, perIntent: [{ intent: 'apply-subsidy', f1: 0.95, support: 10 }], ...metrics },
    ...rest,
  };
}

export function newWorkflow(bpmn: string): WorkflowBody {
  return { title: '办理流程', description: '', bpmn };
}
