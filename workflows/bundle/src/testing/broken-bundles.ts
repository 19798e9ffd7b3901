import type { Finding } from '../findings.js';
import { changed, type Contents } from './bundles.js';
import { drawBpmn, end, flow, gateway, reviewBpmn, start, task } from './draw-bpmn.js';
import { newDialogTest, newDictionary, newFaq, newForm, newIntent, newMaterial, newModel, newPolicy, newProfile, newService, newSlot, newWorkflow } from './factories.js';

export interface BrokenBundle {
  name: string;
  contents: Contents;
  finding: Omit<Finding, 'params'>;
}

const flowPlace = { kind: 'workflow', key: 'subsidy-flow', path: '/bpmn' } as const;
const withFlow = (bpmn: string) => changed({ workflow: { 'subsidy-flow': newWorkflow(bpmn) } });
const withField = (field: Record<string, unknown>) =>
  changed({ form: { 'subsidy-form': newForm({ fields: { name: { type: 'string', title: '姓名' }, amount: { type: 'integer', 'x-type': 'money', title: '金额', ...field } } }) } });

/** Bundles with one thing wrong each, and the finding that names it at its field. */
export const broken: BrokenBundle[] = [
  {
    name: 'a service whose form is not released',
    contents: changed({ service: { subsidy: newService({ form: 'other-form' }) } }),
    finding: { rule: 'reference-resolves', severity: 'error', kind: 'service', key: 'subsidy', path: '/form' },
  },
  {
    name: 'a field bound to a slot that is not there',
    contents: withField({ 'x-slot': 'no-slot' }),
    finding: { rule: 'reference-resolves', severity: 'error', kind: 'form', key: 'subsidy-form', path: '/schema/properties/amount/x-slot' },
  },
  {
    name: 'a task that shows a form that is not there',
    contents: withFlow(reviewBpmn({ review: { form: 'no-form' } })),
    finding: { rule: 'reference-resolves', severity: 'error', ...flowPlace, element: 'Review' },
  },
  {
    name: 'a model label whose intent was deleted',
    contents: changed({ intent: { greeting: null } }),
    finding: { rule: 'reference-resolves', severity: 'error', kind: 'model', key: 'understanding', path: '/intents/1' },
  },
  {
    name: 'a form with a pattern that needs back-tracking',
    contents: withField({ pattern: '(a)\\1' }),
    finding: { rule: 'form-invalid', severity: 'error', kind: 'form', key: 'subsidy-form', path: '/schema/properties/amount/pattern' },
  },
  {
    name: 'a form with a remote reference',
    contents: withField({ $ref: 'https://example.com/schema.json' }),
    finding: { rule: 'form-invalid', severity: 'error', kind: 'form', key: 'subsidy-form', path: '/schema/properties/amount/$ref' },
  },
  {
    name: 'a workflow without an end',
    contents: withFlow(drawBpmn(start(), task('Review'), flow('Begin', 'Start', 'Review'))),
    finding: { rule: 'workflow-invalid', severity: 'error', ...flowPlace },
  },
  {
    name: 'a workflow with an external entity',
    contents: withFlow('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    finding: { rule: 'workflow-invalid', severity: 'error', ...flowPlace },
  },
  {
    name: 'a workflow with a script task',
    contents: withFlow(drawBpmn(start(), '<bpmn:scriptTask id="Script" name="脚本" />', end('Done'), flow('Begin', 'Start', 'Script'), flow('Finish', 'Script', 'Done'))),
    finding: { rule: 'unsupported-element', severity: 'error', ...flowPlace, element: 'Script' },
  },
  {
    name: 'a condition on a variable that nothing sets',
    contents: withFlow(reviewBpmn({ condition: 'income < 1000' })),
    finding: { rule: 'workflow-variable-unset', severity: 'error', ...flowPlace, element: 'Grant' },
  },
  {
    name: 'a condition on a field that the applicant does not see',
    contents: withFlow(reviewBpmn({ start: { access: { amount: 'hidden' } }, condition: 'amount < 1000' })),
    finding: { rule: 'workflow-variable-unset', severity: 'error', ...flowPlace, element: 'Grant' },
  },
  {
    name: 'a condition on a variable that only one of two ways sets',
    contents: withFlow(
      drawBpmn(
        start(),
        gateway('Split', 'Small'),
        task('Director', { outcome: 'decision' }),
        gateway('Decide', 'Refuse'),
        end('Granted'),
        end('Refused'),
        flow('Begin', 'Start', 'Split'),
        flow('Large', 'Split', 'Director', 'amount >= 500000'),
        flow('Small', 'Split', 'Decide'),
        flow('FromDirector', 'Director', 'Decide'),
        flow('Grant', 'Decide', 'Granted', 'decision = "approved"'),
        flow('Refuse', 'Decide', 'Refused'),
      ),
    ),
    finding: { rule: 'workflow-variable-unset', severity: 'warning', ...flowPlace, element: 'Grant' },
  },
  {
    name: 'a condition that compares a number with text',
    contents: withFlow(reviewBpmn({ condition: 'amount > "1000"' })),
    finding: { rule: 'workflow-condition-type', severity: 'error', ...flowPlace, element: 'Grant' },
  },
  {
    name: 'a condition that is no boolean',
    contents: withFlow(reviewBpmn({ condition: 'amount + 1' })),
    finding: { rule: 'workflow-condition-type', severity: 'error', ...flowPlace, element: 'Grant' },
  },
  {
    name: 'a permission for a field that the form lost',
    contents: withFlow(reviewBpmn({ start: { access: { birthday: 'edit' } } })),
    finding: { rule: 'workflow-field-unknown', severity: 'warning', ...flowPlace, element: 'Start' },
  },
  {
    name: 'a required field that nobody may fill in',
    contents: withFlow(reviewBpmn({ start: { access: { name: 'read' } } })),
    finding: { rule: 'required-field-not-editable', severity: 'error', ...flowPlace, element: 'Start' },
  },
  {
    name: 'a field that a condition requires and nobody may fill in',
    contents: changed({
      form: {
        'subsidy-form': newForm({
          fields: { name: { type: 'string', title: '姓名' }, amount: { type: 'integer', title: '金额', 'x-type': 'money' }, reason: { type: 'string', title: '理由' } },
          schema: { allOf: [{ if: { properties: { amount: { minimum: 100 } }, required: ['amount'] }, then: { required: ['reason'] } }] },
        }),
      },
      workflow: { 'subsidy-flow': newWorkflow(reviewBpmn({ start: { access: { reason: 'hidden' } } })) },
    }),
    finding: { rule: 'required-field-not-editable', severity: 'error', ...flowPlace, element: 'Start' },
  },
  {
    name: 'an outcome that overwrites a field',
    contents: withFlow(reviewBpmn({ review: { outcome: 'name' }, condition: 'name = "approved"' })),
    finding: { rule: 'outcome-variable-conflict', severity: 'error', ...flowPlace, element: 'Review' },
  },
  {
    name: 'a slot that the model cannot produce',
    contents: changed({ model: { understanding: newModel({ intents: ['apply-subsidy', 'greeting'], slots: [] }) } }),
    finding: { rule: 'slot-not-produced', severity: 'error', kind: 'form', key: 'subsidy-form', path: '/schema/properties/name/x-slot' },
  },
  {
    name: 'a name slot on an amount of money',
    contents: withField({ 'x-slot': 'person-name' }),
    finding: { rule: 'slot-type-mismatch', severity: 'warning', kind: 'form', key: 'subsidy-form', path: '/schema/properties/amount/x-slot' },
  },
  {
    name: 'an enumerated slot on a field with another dictionary',
    contents: changed({
      form: { 'subsidy-form': newForm({ fields: { name: { type: 'string', title: '学历', 'x-dictionary': 'education', 'x-slot': 'person-name' } } }) },
      slot: { 'person-name': newSlot({ type: 'enum', dictionary: 'gender' }) },
      dictionary: { gender: newDictionary({ title: '性别' }) },
    }),
    finding: { rule: 'slot-type-mismatch', severity: 'warning', kind: 'form', key: 'subsidy-form', path: '/schema/properties/name/x-slot' },
  },
  {
    name: 'an intent that wants no service in particular',
    contents: changed({ intent: { lost: newIntent({ service: null }) } }),
    finding: { rule: 'intent-without-service', severity: 'error', kind: 'intent', key: 'lost', path: '/service' },
  },
  {
    name: 'an online service that no intent wants',
    contents: changed({ service: { second: newService({ code: 'SP-0002' }) } }),
    finding: { rule: 'service-without-intent', severity: 'warning', kind: 'service', key: 'second', path: '/online' },
  },
  {
    name: 'intents that are each other’s parents',
    contents: changed({ intent: { 'apply-subsidy': newIntent({ parent: 'greeting' }), greeting: newIntent({ role: 'common', service: null, parent: 'apply-subsidy' }) } }),
    finding: { rule: 'intent-parent-cycle', severity: 'error', kind: 'intent', key: 'apply-subsidy', path: '/parent' },
  },
  {
    name: 'intents without a model',
    contents: changed({ model: { understanding: null } }),
    finding: { rule: 'model-missing', severity: 'error', kind: 'model', key: '', path: '' },
  },
  {
    name: 'two models',
    contents: changed({ model: { 'weather-model': newModel({ intents: ['apply-subsidy'] }) } }),
    finding: { rule: 'model-ambiguous', severity: 'error', kind: 'model', key: 'weather-model', path: '' },
  },
  {
    name: 'a service that the model has not learnt',
    contents: changed({ intent: { 'ask-progress': newIntent() } }),
    finding: { rule: 'model-lacks-intent', severity: 'error', kind: 'intent', key: 'ask-progress', path: '' },
  },
  {
    name: 'a service that the model gets wrong',
    contents: changed({ model: { understanding: newModel({ intents: ['apply-subsidy', 'greeting'], metrics: { perIntent: [{ intent: 'apply-subsidy', f1: 0.59, support: 5 }] } }) } }),
    finding: { rule: 'model-weak-intent', severity: 'warning', kind: 'intent', key: 'apply-subsidy', path: '' },
  },
  {
    name: 'an online service without a workflow',
    contents: changed({ service: { subsidy: newService({ workflow: null }) } }),
    finding: { rule: 'service-online-incomplete', severity: 'error', kind: 'service', key: 'subsidy', path: '/workflow' },
  },
  {
    name: 'a promise longer than the law',
    contents: changed({ service: { subsidy: newService({ guide: { statutoryLimit: { amount: 10, unit: 'workday' }, promisedLimit: { amount: 1, unit: 'month' } } }) } }),
    finding: { rule: 'service-limit-over-statutory', severity: 'warning', kind: 'service', key: 'subsidy', path: '/guide/promisedLimit' },
  },
  {
    name: 'a material listed twice',
    contents: changed({ service: { subsidy: newService({ guide: { materials: [newMaterial(), newMaterial({ copies: 2 })] } }) } }),
    finding: { rule: 'service-material-duplicate', severity: 'warning', kind: 'service', key: 'subsidy', path: '/guide/materials/1/name' },
  },
  {
    name: 'a conditional material without its condition',
    contents: changed({ service: { subsidy: newService({ guide: { materials: [newMaterial({ necessity: 'conditional' })] } }) } }),
    finding: { rule: 'service-material-condition-missing', severity: 'warning', kind: 'service', key: 'subsidy', path: '/guide/materials/0/condition' },
  },
  {
    name: 'a guide without opening hours',
    contents: changed({ service: { subsidy: newService({ guide: { hours: ' ' } }) } }),
    finding: { rule: 'service-guide-incomplete', severity: 'info', kind: 'service', key: 'subsidy', path: '/guide/hours' },
  },
  {
    name: 'a greeting that names a service',
    contents: changed({ intent: { greeting: newIntent({ role: 'common' }) } }),
    finding: { rule: 'intent-role-conflict', severity: 'warning', kind: 'intent', key: 'greeting', path: '/service' },
  },
  {
    name: 'an enumerated slot without a dictionary',
    contents: changed({ slot: { degree: newSlot({ type: 'enum' }) } }),
    finding: { rule: 'slot-dictionary-missing', severity: 'error', kind: 'slot', key: 'degree', path: '/dictionary' },
  },
  {
    name: 'a dictionary on a slot of another type',
    contents: changed({ slot: { degree: newSlot({ type: 'date', dictionary: 'education' }) } }),
    finding: { rule: 'slot-dictionary-unused', severity: 'warning', kind: 'slot', key: 'degree', path: '/dictionary' },
  },
  {
    name: 'a service that rests on a policy that has ended',
    contents: changed({ service: { subsidy: newService({ guide: { legalBasis: [{ title: '某市便民服务办法', policy: 'convenience' }] } }) }, policy: { convenience: newPolicy({ effectiveTo: '2025-06-01' }), successor: newPolicy({ title: '某市便民服务条例', relations: [{ type: 'repeals', title: '某市便民服务办法', policy: 'convenience', date: null }] }) } }),
    finding: { rule: 'policy-ended-in-use', severity: 'warning', kind: 'service', key: 'subsidy', path: '/guide/legalBasis/0/policy' },
  },
  {
    name: 'a policy replaced by one that nobody chose',
    contents: changed({ policy: { convenience: newPolicy({ relations: [{ type: 'replaced-by', title: '某市便民服务条例', policy: null, date: null }] }) } }),
    finding: { rule: 'policy-successor-unresolved', severity: 'warning', kind: 'policy', key: 'convenience', path: '/relations/0/policy' },
  },
  {
    name: 'policies that replace each other',
    contents: changed({ policy: { convenience: newPolicy({ relations: [{ type: 'replaced-by', title: '另一办法', policy: 'another', date: null }] }), another: newPolicy({ title: '另一办法', relations: [{ type: 'replaced-by', title: '某市便民服务办法', policy: 'convenience', date: null }] }) } }),
    finding: { rule: 'policy-successor-unresolved', severity: 'warning', kind: 'policy', key: 'another', path: '/relations/0/policy' },
  },
  {
    name: 'a policy that ends before it begins',
    contents: changed({ policy: { convenience: newPolicy({ effectiveTo: '2024-03-01' }) } }),
    finding: { rule: 'policy-dates-inverted', severity: 'error', kind: 'policy', key: 'convenience', path: '/effectiveTo' },
  },
  {
    name: 'dates for a clause that the text does not have',
    contents: changed({ policy: { convenience: newPolicy({ clauseValidity: [{ clause: 'a9', from: null, to: '2025-01-01', note: '' }] }) } }),
    finding: { rule: 'policy-clause-unknown', severity: 'error', kind: 'policy', key: 'convenience', path: '/clauseValidity/0/clause' },
  },
  {
    name: 'a policy without a date',
    contents: changed({ policy: { convenience: newPolicy({ effectiveFrom: null }) } }),
    finding: { rule: 'policy-undated', severity: 'info', kind: 'policy', key: 'convenience', path: '/effectiveFrom' },
  },
  {
    name: 'a policy with one article number twice',
    contents: changed({ policy: { convenience: newPolicy({ text: '第一条 甲。\n第一条 乙。\n第二条 丙。' }) } }),
    finding: { rule: 'policy-article-duplicate', severity: 'warning', kind: 'policy', key: 'convenience', path: '/text' },
  },
  {
    name: 'a policy without structure',
    contents: changed({ policy: { convenience: newPolicy({ text: '只有一句话。', clauseValidity: [] }) } }),
    finding: { rule: 'policy-structure', severity: 'info', kind: 'policy', key: 'convenience', path: '/text' },
  },
  {
    name: 'a condition that reads what nobody knows',
    contents: changed({ policy: { convenience: newPolicy({ eligibility: [{ key: 'old', title: '年满六十周岁', condition: 'years >= 60' }] }) } }),
    finding: { rule: 'policy-condition-invalid', severity: 'error', kind: 'policy', key: 'convenience', path: '/eligibility/0/condition' },
  },
  {
    name: 'two conditions of one key',
    contents: changed({ policy: { convenience: newPolicy({ eligibility: [{ key: 'old', title: '年满六十周岁', condition: 'age >= 60' }, { key: 'old', title: '不是学生', condition: 'not(isStudent)' }] }) } }),
    finding: { rule: 'policy-condition-duplicate', severity: 'error', kind: 'policy', key: 'convenience', path: '/eligibility/1/key' },
  },
  {
    name: 'two profiles that know one variable',
    contents: changed({ profile: { students: newProfile({ fields: [newProfile().fields[1]!] }) } }),
    finding: { rule: 'profile-field-duplicate', severity: 'error', kind: 'profile', key: 'students', path: '/fields/0/name' },
  },
  {
    name: 'a profile that takes a text for a number',
    contents: changed({ profile: { resident: newProfile({ fields: [{ ...newProfile().fields[0]!, sources: [{ service: 'subsidy', field: 'name', reading: 'value' }] }] }) } }),
    finding: { rule: 'profile-source-unknown', severity: 'warning', kind: 'profile', key: 'resident', path: '/fields/0/sources/0/field' },
  },
  {
    name: 'a profile variable that is a word of the language',
    contents: changed({ profile: { resident: newProfile({ fields: [{ ...newProfile().fields[0]!, name: 'item' }] }) } }),
    finding: { rule: 'profile-name-reserved', severity: 'error', kind: 'profile', key: 'resident', path: '/fields/0/name' },
  },
  {
    name: 'a choice of a profile without a dictionary',
    contents: changed({ profile: { resident: newProfile({ fields: [{ ...newProfile().fields[2]!, dictionary: null }] }) } }),
    finding: { rule: 'profile-dictionary-missing', severity: 'error', kind: 'profile', key: 'resident', path: '/fields/0/dictionary' },
  },
  {
    name: 'a frequent question without an answer',
    contents: changed({ faq: { 'pay-day': newFaq({ answer: ' ' }) } }),
    finding: { rule: 'faq-answer-missing', severity: 'error', kind: 'faq', key: 'pay-day', path: '/answer' },
  },
  {
    name: 'a frequent question that ends before it begins',
    contents: changed({ faq: { 'pay-day': newFaq({ validFrom: '2026-02-01', validTo: '2026-01-01' }) } }),
    finding: { rule: 'faq-dates-inverted', severity: 'error', kind: 'faq', key: 'pay-day', path: '/validTo' },
  },
  {
    name: 'a question that is asked twice',
    contents: changed({ faq: { 'when-paid': newFaq({ title: '几号发补贴？', similar: [] }) } }),
    finding: { rule: 'faq-duplicate', severity: 'warning', kind: 'faq', key: 'when-paid', path: '/title' },
  },
  {
    name: 'a dialogue test with a step that says nothing',
    contents: changed({ 'dialog-test': { talks: newDialogTest({ text: 'test_cases:\n  - name: 空\n    steps:\n      - assertions: []\n' }) } }),
    finding: { rule: 'dialog-test-invalid', severity: 'error', kind: 'dialog-test', key: 'talks', path: '/text' },
  },
  {
    name: 'a dictionary with one code twice',
    contents: changed({ dictionary: { education: newDictionary({ entries: [{ code: 'a', title: '甲' }, { code: 'a', title: '乙' }] }) } }),
    finding: { rule: 'dictionary-duplicate-code', severity: 'error', kind: 'dictionary', key: 'education', path: '/entries/1/code' },
  },
  {
    name: 'a dictionary entry under nothing',
    contents: changed({ dictionary: { education: newDictionary({ entries: [{ code: 'a', title: '甲', parent: 'z' }] }) } }),
    finding: { rule: 'dictionary-parent-unknown', severity: 'error', kind: 'dictionary', key: 'education', path: '/entries/0/parent' },
  },
  {
    name: 'dictionary entries under each other',
    contents: changed({ dictionary: { education: newDictionary({ entries: [{ code: 'a', title: '甲', parent: 'b' }, { code: 'b', title: '乙', parent: 'a' }] }) } }),
    finding: { rule: 'dictionary-parent-cycle', severity: 'error', kind: 'dictionary', key: 'education', path: '/entries/0/parent' },
  },
];
