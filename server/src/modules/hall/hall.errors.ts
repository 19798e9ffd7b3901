import { defineErrors } from '../../platform/errors/domain-error.js';

export const hallErrors = defineErrors({
  NOTHING_PUBLISHED: { status: 503, zh: '此通道还没有发布任何内容', en: 'Nothing has been published on this channel yet' },
  SERVICE_NOT_FOUND: { status: 404, zh: '没有事项「{key}」', en: 'There is no service “{key}”' },
  FORM_NOT_FOUND: { status: 404, zh: '事项「{key}」不支持网上填报', en: 'The service “{key}” has no online form' },
  DICTIONARY_NOT_FOUND: { status: 404, zh: '没有字典「{key}」', en: 'There is no dictionary “{key}”' },
  POLICY_NOT_FOUND: { status: 404, zh: '没有政策文件「{key}」', en: 'There is no policy “{key}”' },
  QUESTION_MISSING: { status: 400, zh: '请提供要查找的内容（q）', en: 'Give the words to search for (q)' },
  NO_MODEL: { status: 503, zh: '此通道发布的内容没有模型，无法理解文本', en: 'What this channel shows has no model, so text cannot be understood' },
  TEXT_MISSING: { status: 400, zh: '请提供要理解的文本', en: 'Give the text to interpret' },
  TEXT_TOO_LONG: { status: 400, zh: '文本不能超过 {limit} 个字符', en: 'The text may have at most {limit} characters' },
  DATA_MISSING: { status: 400, zh: '请提供填报数据（JSON 对象）', en: 'Give the data of the form as a JSON object' },
  APPLICANT_TOKEN_MISSING: { status: 401, zh: '缺少申请人令牌（X-Banshi-Applicant）', en: 'The applicant token (X-Banshi-Applicant) is missing' },
  APPLICANT_TOKEN_INVALID: { status: 401, zh: '申请人令牌无效或已过期', en: 'The applicant token is invalid or expired' },
  NOT_A_HALL: { status: 403, zh: '该接口仅供大厅密钥调用', en: 'Only a hall key may call this' },
  NOTIFICATION_NOT_FOUND: { status: 404, zh: '没有这条通知', en: 'There is no such notification' },
  CASE_NOT_FOUND: { status: 404, zh: '没有办件「{number}」', en: 'There is no case “{number}”' },
});
