import { defineErrors } from '../../platform/errors/domain-error.js';

export const casesErrors = defineErrors({
  CONFLICT: { status: 409, zh: '该待办在您打开之后已有变化，请刷新', en: 'The task has changed since you opened it; refresh' },
  TASK_TAKEN: { status: 409, zh: '该待办已由 {name} 领取', en: '{name} has claimed this task' },
  TASK_DONE: { status: 409, zh: '该待办已经办结或取消，请刷新列表', en: 'The task has been completed or cancelled; refresh the list' },
  TASK_NOT_CLAIMED: { status: 409, zh: '该待办尚未领取，不用放回', en: 'The task is not claimed, so it cannot be released' },
  FIELD_NOT_EDITABLE: { status: 400, zh: '当前环节不能修改「{title}」', en: '“{title}” cannot be changed at this step' },
  INVALID_FORM: { status: 400, zh: '表单有 {count} 处需要更正：{first}', en: '{count} entries of the form need correction: {first}' },
  ATTACHMENT_UNKNOWN: { status: 400, zh: '附件「{name}」没有上传成功，请重新上传', en: 'The attachment “{name}” was not uploaded; upload it again' },
  OUTCOME_REQUIRED: { status: 400, zh: '请选择办理结果', en: 'Choose an outcome' },
  OUTCOME_UNKNOWN: { status: 400, zh: '当前环节没有办理结果「{outcome}」', en: 'This step has no outcome “{outcome}”' },
  COMMENT_REQUIRED: { status: 400, zh: '选择该办理结果时必须填写意见', en: 'This outcome needs a comment' },
  TEXT_NOT_ALLOWED: { status: 400, zh: '文字含有无法保存的字符，或超过 {limit} 个字', en: 'The text has characters that cannot be stored, or is longer than {limit} characters' },
  CASE_ENDED: { status: 409, zh: '办件已经结束，不能再办理', en: 'The case has ended; nothing more can be done in it' },
  REASON_REQUIRED: { status: 400, zh: '请写明理由', en: 'Please give the reason' },
  INCIDENT_RESOLVED: { status: 409, zh: '该异常已经处理', en: 'The incident has been resolved already' },
  UNKNOWN_SERVICE: { status: 404, zh: '大厅没有事项「{service}」', en: 'The hall has no service “{service}”' },
  SERVICE_OFFLINE: { status: 409, zh: '「{title}」不在网上受理，请按办事指南到现场办理', en: '“{title}” is not accepted online; see its guide' },
  IDEMPOTENCY_MISMATCH: { status: 409, zh: '同一幂等键已用于另一份申请', en: 'The idempotency key has been used for another application' },
  STEP_REFUSED: { status: 409, zh: '{reason}', en: '{reason}' },
});
