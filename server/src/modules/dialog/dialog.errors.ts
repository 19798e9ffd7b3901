import { defineErrors } from '../../platform/errors/domain-error.js';

export const dialogErrors = defineErrors({
  SESSION_NOT_FOUND: { status: 404, zh: '没有这个会话，请重新开始', en: 'There is no such conversation; start a new one' },
  SESSION_ENDED: { status: 409, zh: '会话已经结束，请开始新的会话', en: 'The conversation has ended; start a new one' },
  SESSION_ERASED: { status: 410, zh: '会话内容已按要求删除', en: 'The contents of this conversation have been erased' },
  CONFLICT: { status: 409, zh: '您在另一个窗口或设备上已修改过相关内容，请核对后再提交', en: 'This was changed in another window or on another device; compare before sending again' },
  SESSION_BUSY: { status: 409, zh: '会话正在另一处进行，请稍后重试', en: 'The conversation is going on elsewhere at this moment; try again shortly' },
  INPUT_INVALID: { status: 400, zh: '输入格式有误：{reason}', en: 'The input is not what it should be: {reason}' },
  TEXT_TOO_LONG: { status: 400, zh: '一次最多输入 {limit} 个字', en: 'At most {limit} characters at a time' },
  KEY_REUSED: { status: 409, zh: '同一幂等键已用于另一次输入', en: 'The idempotency key has been used for another input' },
  TURN_AHEAD: { status: 400, zh: '「after」不能大于会话的最后一轮 {last}', en: '“after” is beyond the last turn of the conversation, {last}' },
  ALREADY_CLAIMED: { status: 409, zh: '该会话已由 {name} 接待', en: '{name} is with this citizen already' },
  NOT_WAITING: { status: 409, zh: '该会话现在不需要人工接待', en: 'This conversation does not wait for a person now' },
  NOT_YOURS: { status: 409, zh: '请先接待该会话', en: 'Take this conversation first' },
  MESSAGE_MISSING: { status: 400, zh: '请输入内容', en: 'Please enter some text' },
  SERVICE_NOT_FOUND: { status: 404, zh: '没有事项「{key}」', en: 'There is no service “{key}”' },
  NO_SUBMISSION_HERE: { status: 403, zh: '此渠道不能提交办件，请到网上办事大厅提交', en: 'Applications cannot be submitted here; please use the online hall' },
  SIGN_IN_TO_SUBMIT: { status: 401, zh: '请先登录再提交；已填写的内容都还在', en: 'Please sign in to submit; everything you have filled in is kept' },
});
