import { key, list, record, text } from './schema-builders.js';

/** Conditions of a policy. The expression is checked by a contract rule, which knows the vocabulary of the bundle. */
export const conditionList = list(
  ['享受条件', 'Conditions'],
  record(
    ['条件', 'Condition'],
    {
      key: key(['标识', 'Key']),
      title: text(['条件', 'Condition'], 200, { min: 1, pattern: '\\S' }),
      condition: text(['判断表达式', 'Expression'], 2_000, { min: 1, examples: ['age >= 60'] }),
      missingQuestion: text(['缺少信息时的提问', 'Question where it is missing'], 200),
    },
    ['missingQuestion'],
  ),
  50,
);
