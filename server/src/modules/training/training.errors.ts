import type { TrainingProblem, TrainingProblemCode } from '@banshi/head';
import { defineErrors, DomainError, type ErrorDefinition } from '../../platform/errors/domain-error.js';

export const trainingErrors = defineErrors({
  UNKNOWN_METHOD: { status: 400, zh: '没有训练方法「{method}」，可用：{known}', en: 'There is no training method “{method}”; known: {known}' },
  INVALID_HYPER_PARAMETERS: { status: 400, zh: '超参数有误：{reason}', en: 'The hyper-parameters are not valid: {reason}' },
  INVALID_SEED: { status: 400, zh: '随机种子须为 0 至 2147483647 的整数', en: 'A seed is an integer from 0 to 2147483647' },

  TRAINING_SET_EMPTY: { status: 409, zh: '训练集没有语料。请先在「语料」中添加或导入语料', en: 'The training set holds no utterance. Add or import some under “Utterances” first' },
  TOO_FEW_UTTERANCES: { status: 409, zh: '标注了意图的语料只有 {labelled} 条，至少需要 {needed} 条。请继续标注', en: 'Only {labelled} utterances have an intent; at least {needed} are needed. Label more' },
  ONE_INTENT_ONLY: { status: 409, zh: '所有语料都是同一个意图「{label}」，没有可区分的对象。请再为其他意图添加语料', en: 'All utterances have the same intent “{label}”, so there is nothing to tell apart. Add utterances of other intents' },
  ALL_TEXTS_EQUAL: { status: 409, zh: '所有语料的文字都相同。请添加不同说法', en: 'All utterances are the same text. Add other wordings' },
  BAD_UTTERANCE: { status: 409, zh: '有一条语料无法用于训练：{reason}。请修改这条语料后重试', en: 'One utterance cannot be trained on: {reason}. Mend it and try again' },
  BAD_LABEL: { status: 409, zh: '标签「{label}」有误：{reason}', en: 'The label “{label}” is not valid: {reason}' },
  NOT_CONVERGED: { status: 409, zh: '训练结果不是有效数值。请恢复默认超参数后重试', en: 'The fit did not stay finite. Try again with the default hyper-parameters' },
  TRAINING_CRASHED: { status: 500, zh: '训练线程异常终止：{reason}。没有产生模型；可以重试，若再次出现请减少语料或增加内存', en: 'The training thread ended unexpectedly: {reason}. No model was made; try again, and if it happens again use fewer utterances or more memory' },
});

const E = trainingErrors;
const byCode: Record<Exclude<TrainingProblemCode, 'cancelled'>, ErrorDefinition> = {
  'empty-set': E.TRAINING_SET_EMPTY,
  'too-few': E.TOO_FEW_UTTERANCES,
  'one-class': E.ONE_INTENT_ONLY,
  'all-texts-equal': E.ALL_TEXTS_EQUAL,
  'empty-text': E.BAD_UTTERANCE,
  'text-too-long': E.BAD_UTTERANCE,
  'unknown-intent': E.BAD_UTTERANCE,
  'unknown-slot': E.BAD_UTTERANCE,
  'span-outside-text': E.BAD_UTTERANCE,
  'overlapping-spans': E.BAD_UTTERANCE,
  'duplicate-label': E.BAD_LABEL,
  'empty-label': E.BAD_LABEL,
  'not-finite': E.NOT_CONVERGED,
  'bad-hyper-parameter': E.INVALID_HYPER_PARAMETERS,
  'worker-failed': E.TRAINING_CRASHED,
};

/** What a person can do about a problem of the trainer. */
export function toDomainError(problem: TrainingProblem): DomainError {
  const params: Record<string, string | number> = { reason: problem.message };
  for (const [name, value] of Object.entries(problem.details)) if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  const definition = problem.code === 'cancelled' ? E.TRAINING_CRASHED : byCode[problem.code];
  return new DomainError(definition, { params, details: { problem: problem.code, ...problem.details } });
}
