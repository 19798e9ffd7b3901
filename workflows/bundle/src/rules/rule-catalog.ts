import type { KindName } from '../kinds/bodies.js';
import { faqDuplicate } from './faq-duplicate.rule.js';
import { formInvalid } from './form-invalid.rule.js';
import { intentParentCycle } from './intent-parent-cycle.rule.js';
import { intentWithoutService } from './intent-without-service.rule.js';
import { modelAmbiguous } from './model-ambiguous.rule.js';
import { modelLacksIntent } from './model-lacks-intent.rule.js';
import { modelMissing } from './model-missing.rule.js';
import { modelWeakIntent } from './model-weak-intent.rule.js';
import { outcomeVariableConflict } from './outcome-variable-conflict.rule.js';
import { policyEndedInUse } from './policy-ended-in-use.rule.js';
import { policyConditionInvalid } from './policy-condition-invalid.rule.js';
import { policySuccessorUnresolved } from './policy-successor-unresolved.rule.js';
import { profileFieldDuplicate } from './profile-field-duplicate.rule.js';
import { profileSourceUnknown } from './profile-source-unknown.rule.js';
import { referenceResolves } from './reference-resolves.rule.js';
import { requiredFieldNotEditable } from './required-field-not-editable.rule.js';
import type { ContractRule } from './rule.js';
import { serviceWithoutIntent } from './service-without-intent.rule.js';
import { slotNotProduced } from './slot-not-produced.rule.js';
import { slotTypeMismatch } from './slot-type-mismatch.rule.js';
import { workflowConditionType } from './workflow-condition-type.rule.js';
import { workflowFieldUnknown } from './workflow-field-unknown.rule.js';
import { unsupportedElement, workflowInvalid } from './workflow-invalid.rule.js';
import { workflowVariableUnset } from './workflow-variable-unset.rule.js';

/** Every contract rule, in the order of the documents. */
export const contractRules: readonly ContractRule[] = [
  referenceResolves,
  formInvalid,
  workflowInvalid,
  unsupportedElement,
  workflowVariableUnset,
  workflowConditionType,
  workflowFieldUnknown,
  requiredFieldNotEditable,
  outcomeVariableConflict,
  slotNotProduced,
  slotTypeMismatch,
  intentWithoutService,
  serviceWithoutIntent,
  intentParentCycle,
  policyEndedInUse,
  policySuccessorUnresolved,
  policyConditionInvalid,
  profileFieldDuplicate,
  profileSourceUnknown,
  faqDuplicate,
  modelMissing,
  modelAmbiguous,
  modelLacksIntent,
  modelWeakIntent,
];

/** The rules whose result a change of these entries can change. */
export function affectedRules(changed: readonly { kind: KindName }[]): ContractRule[] {
  const kinds = new Set(changed.map(({ kind }) => kind));
  return contractRules.filter((rule) => rule.kinds.some((kind) => kinds.has(kind)));
}

/** What a kind's lint can find, for lists of rules. Forms and workflows are linted by the rules of their own above. */
export const lintRules: readonly Omit<ContractRule, 'check'>[] = [
  { id: 'service-online-incomplete', severity: 'error', kinds: ['service'], title: { zh: '网上办理的事项有表单和流程', en: 'An online service has a form and a workflow' } },
  { id: 'service-limit-over-statutory', severity: 'warning', kinds: ['service'], title: { zh: '承诺时限不超过法定时限', en: 'The promised limit is within the statutory one' } },
  { id: 'service-material-duplicate', severity: 'warning', kinds: ['service'], title: { zh: '申请材料不重复', en: 'No material is listed twice' } },
  { id: 'service-material-condition-missing', severity: 'warning', kinds: ['service'], title: { zh: '按情形提交的材料写明情形', en: 'A conditional material says when it is needed' } },
  { id: 'service-guide-incomplete', severity: 'info', kinds: ['service'], title: { zh: '办事指南完整', en: 'The guide is complete' } },
  { id: 'intent-role-conflict', severity: 'warning', kinds: ['intent'], title: { zh: '只有办事意图对应事项', en: 'Only an intent that wants a service names one' } },
  { id: 'slot-dictionary-missing', severity: 'error', kinds: ['slot'], title: { zh: '枚举槽位有字典', en: 'An enumerated slot has a dictionary' } },
  { id: 'slot-dictionary-unused', severity: 'warning', kinds: ['slot'], title: { zh: '只有枚举槽位使用字典', en: 'Only an enumerated slot has a dictionary' } },
  { id: 'dictionary-duplicate-code', severity: 'error', kinds: ['dictionary'], title: { zh: '字典代码不重复', en: 'No code of a dictionary is used twice' } },
  { id: 'dictionary-parent-unknown', severity: 'error', kinds: ['dictionary'], title: { zh: '字典项的上级存在', en: 'The parent of a dictionary entry exists' } },
  { id: 'policy-dates-inverted', severity: 'error', kinds: ['policy'], title: { zh: '政策文件的失效日期在施行日期之后', en: 'A policy ends after it begins' } },
  { id: 'policy-clause-unknown', severity: 'error', kinds: ['policy'], title: { zh: '单独设效力的条款在正文里', en: 'A clause with dates of its own is in the text' } },
  { id: 'policy-undated', severity: 'info', kinds: ['policy'], title: { zh: '政策文件注明施行日期', en: 'A policy says when it takes effect' } },
  { id: 'policy-article-duplicate', severity: 'warning', kinds: ['policy'], title: { zh: '政策文件的条号不重复', en: 'No article number of a policy comes twice' } },
  { id: 'policy-condition-duplicate', severity: 'error', kinds: ['policy'], title: { zh: '享受条件的标识不重复', en: 'No key of a condition is used twice' } },
  { id: 'profile-name-reserved', severity: 'error', kinds: ['profile'], title: { zh: '信息项的变量名不是保留字', en: 'No variable of a profile is a reserved word' } },
  { id: 'profile-dictionary-missing', severity: 'error', kinds: ['profile'], title: { zh: '选项类信息项有字典', en: 'A choice of a profile has a dictionary' } },
  { id: 'faq-answer-missing', severity: 'error', kinds: ['faq'], title: { zh: '常见问题有解答', en: 'A frequent question has an answer' } },
  { id: 'faq-dates-inverted', severity: 'error', kinds: ['faq'], title: { zh: '常见问题的失效日期在生效日期之后', en: 'A frequent question ends after it begins' } },
  { id: 'dialog-test-invalid', severity: 'error', kinds: ['dialog-test'], title: { zh: '对话测试写法正确', en: 'Dialogue tests are written as they should be' } },
  { id: 'policy-structure', severity: 'info', kinds: ['policy'], title: { zh: '政策文件的条文结构完整', en: 'The structure of a policy is complete' } },
  { id: 'dictionary-parent-cycle', severity: 'error', kinds: ['dictionary'], title: { zh: '字典项的上级不成环', en: 'The entries of a dictionary form no cycle' } },
];

