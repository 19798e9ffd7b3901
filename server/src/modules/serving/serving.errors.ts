import type { InferenceError, InferenceErrorCode } from '@banshi/runtime';
import { defineErrors, DomainError, type ErrorDefinition } from '../../platform/errors/domain-error.js';

export const servingErrors = defineErrors({
  NO_MODEL: { status: 409, zh: '还没有模型，请先训练', en: 'There is no model yet; train one first' },
  EMPTY_TEXT: { status: 400, zh: '请输入内容', en: 'Please enter some text' },
  TEXT_TOO_LONG: { status: 400, zh: '内容最长 {limit} 字', en: 'The text has at most {limit} characters' },
  TOO_MANY_TEXTS: { status: 400, zh: '一次最多 {limit} 条', en: 'At most {limit} texts at once' },
  INFERENCE_OVERLOADED: { status: 429, zh: '理解服务繁忙，请稍后重试', en: 'Too many texts are waiting to be understood; try again shortly' },
  MODEL_DAMAGED: { status: 503, zh: '模型文件与清单不符，已停用：{reason}', en: 'The files of the model differ from its manifest, so it is not used: {reason}' },
  INFERENCE_FAILED: { status: 503, zh: '理解服务暂时中断，请重试', en: 'Understanding was interrupted; try again' },
});

const S = servingErrors;
const byCode: Record<InferenceErrorCode, ErrorDefinition> = {
  'artifact-invalid': S.MODEL_DAMAGED,
  'model-not-loaded': S.INFERENCE_FAILED,
  'wrong-task': S.INFERENCE_FAILED,
  'too-many-models': S.INFERENCE_OVERLOADED,
  'empty-text': S.EMPTY_TEXT,
  'text-too-long': S.TEXT_TOO_LONG,
  'too-many-texts': S.TOO_MANY_TEXTS,
  overloaded: S.INFERENCE_OVERLOADED,
  'worker-crashed': S.INFERENCE_FAILED,
  closed: S.INFERENCE_FAILED,
};

export function toDomainError(error: InferenceError): DomainError {
  const limit = Number(error.details['limit'] ?? 0);
  return new DomainError(byCode[error.code], { field: error.code.endsWith('text') || error.code.startsWith('text') ? 'text' : undefined, params: { limit, reason: error.message }, details: { problem: error.code } });
}
