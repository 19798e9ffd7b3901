import { policyLevels } from '@banshi/policies';
import { conditionList } from './eligibility.schema.js';
import { body, choice, itemTitle, key, list, nullable, record, text } from './schema-builders.js';
import { policyRelations } from './bodies.js';

const date = (zh: string, en: string) => nullable(text([zh, en], 10, { pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', examples: ['2024-03-01'] }));

/** JSON Schema 2020-12 of a policy document. Clauses are read out of the text, so that the two cannot disagree. */
export const policySchema = body(
  ['政策文件', 'Policy'],
  {
    title: itemTitle,
    issuer: text(['制定机关', 'Issuer'], 200),
    level: choice(['效力级别', 'Level'], policyLevels),
    number: text(['发文字号', 'Document number'], 100),
    region: text(['适用区划', 'Region'], 6, { pattern: '^(\\d{6})?$', examples: ['310000'] }),
    issuedOn: date('公布日期', 'Issued on'),
    effectiveFrom: date('施行日期', 'In force from'),
    effectiveTo: date('失效日期', 'No longer in force from'),
    themes: list(['主题', 'Themes'], text(['主题', 'Theme'], 50, { min: 1 }), 30, { unique: true }),
    services: list(['相关事项', 'Services'], key(['事项', 'Service']), 200, { unique: true }),
    relations: list(
      ['与其他文件的关系', 'Relations'],
      record(['关系', 'Relation'], {
        type: choice(['关系类型', 'Type'], policyRelations),
        title: text(['文件名称', 'Document title'], 200, { min: 1 }),
        policy: nullable(key(['对应的政策文件', 'Policy document'])),
        date: date('生效日期', 'Takes effect on'),
      }),
      200,
    ),
    clauseValidity: list(
      ['单独的条款效力', 'Validity of single clauses'],
      record(['条款效力', 'Validity of a clause'], {
        clause: text(['条款', 'Clause'], 40, { min: 1 }),
        from: date('起始日期', 'From'),
        to: date('终止日期', 'To'),
        note: text(['说明', 'Note'], 500),
      }),
      1_000,
    ),
    source: text(['来源', 'Source'], 1_000),
    text: text(['正文', 'Text'], 1_000_000),
    eligibility: conditionList,
    audience: record(['面向的关注', 'Interests'], {
      themes: list(['关注的主题', 'Themes of interest'], text(['主题', 'Theme'], 50, { min: 1 }), 30, { unique: true }),
      services: list(['关注的事项', 'Services of interest'], key(['事项', 'Service']), 200, { unique: true }),
    }),
  },
  ['eligibility', 'audience'],
);
