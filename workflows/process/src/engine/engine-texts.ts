import { problemText, type ExpressionProblem } from '@banshi/expression';
import type { Language } from '../model/problem-text.js';
import type { StepError, StepErrorCode } from './command.js';
import type { IncidentCode, IncidentRow } from './instance-rows.js';

type Text = Record<Language, string>;

const INCIDENTS: Record<IncidentCode, Text> = {
  'condition-failed': {
    zh: '条件 {source} 无法判断：{problem}。请更正数据后重试。',
    en: 'The condition {source} cannot be decided: {problem}. Correct the data and retry.',
  },
  'no-flow-taken': {
    zh: '没有一个条件成立，网关也没有默认连线。请更正数据后重试，并为流程补上默认连线。',
    en: 'No condition holds and the gateway has no default flow. Correct the data and retry, and give the workflow a default flow.',
  },
  'endless-loop': {
    zh: '流程在没有人工办理的情况下连续走了 {moves} 步，已停止。请检查流程中的循环。',
    en: 'The workflow made {moves} moves without anybody acting and was stopped. Look for a loop in it.',
  },
  'join-stuck': {
    zh: '并行网关在等待一条不会再到达的分支。请修正流程；本办件只能撤销后重新发起。',
    en: 'The parallel gateway waits for a branch that will not come. Correct the workflow; this case can only be cancelled and started again.',
  },
};

const ERRORS: Record<StepErrorCode, Text> = {
  'already-started': { zh: '办件已经开始，不能再次提交。', en: 'The case has started already and cannot be submitted again.' },
  'case-ended': { zh: '办件已经结束，不能再办理。', en: 'The case has ended; nothing more can be done in it.' },
  'task-not-found': { zh: '找不到该待办。请刷新列表。', en: 'There is no such task. Refresh the list.' },
  'task-ended': { zh: '该待办已经办结或取消。请刷新列表。', en: 'The task has been completed or cancelled. Refresh the list.' },
  'task-held-by-other': { zh: '该待办已由他人领取。', en: 'Somebody else has claimed the task.' },
  'task-not-claimed': { zh: '该待办尚未领取，不用放回。', en: 'The task is not claimed, so it cannot be released.' },
  'field-not-editable': { zh: '当前环节不能修改字段“{field}”。', en: 'The field “{field}” cannot be changed at this step.' },
  'outcome-required': { zh: '请选择办理结果。', en: 'Choose an outcome.' },
  'outcome-unknown': { zh: '当前环节没有办理结果“{outcome}”。', en: 'This step has no outcome “{outcome}”.' },
  'comment-required': { zh: '选择该办理结果时必须填写意见。', en: 'This outcome needs a comment.' },
  'incident-not-found': { zh: '找不到该异常。请刷新页面。', en: 'There is no such incident. Refresh the page.' },
  'incident-resolved': { zh: '该异常已经处理。', en: 'The incident has been resolved already.' },
  'element-not-found': { zh: '流程中没有步骤“{element}”，办件与流程版本不一致。', en: 'The workflow has no step “{element}”: the case belongs to another version.' },
};

/** Why a case stopped and what to do, for whoever looks after it. */
export function incidentText(incident: Pick<IncidentRow, 'code' | 'params'>, language: Language): string {
  const { problem } = incident.params;
  const reason = incident.code === 'condition-failed' ? problemText(problem as ExpressionProblem, language) : '';
  return fill(INCIDENTS[incident.code][language], { ...incident.params, problem: reason });
}

export function stepErrorText(error: StepError, language: Language): string {
  return fill(ERRORS[error.code][language], error.params);
}

function fill(text: string, params: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''));
}
