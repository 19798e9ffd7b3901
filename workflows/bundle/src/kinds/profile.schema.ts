import { profileFieldTypes, profileReadings } from '@banshi/policies';
import { body, choice, description, flag, itemTitle, key, list, nullable, record, text } from './schema-builders.js';

/** JSON Schema 2020-12 of what can be known of applicants. */
export const profileSchema = body(['申请人信息项', 'Applicant profile'], {
  title: itemTitle,
  description,
  fields: list(
    ['信息项', 'Fields'],
    record(['信息项', 'Field'], {
      name: text(['变量名', 'Variable'], 40, { pattern: '^[a-z][A-Za-z0-9]*$', examples: ['age'] }),
      title: text(['名称', 'Title'], 100, { min: 1, pattern: '\\S' }),
      type: choice(['类型', 'Type'], profileFieldTypes),
      unit: text(['单位', 'Unit'], 20),
      dictionary: nullable(key(['字典', 'Dictionary'])),
      question: text(['提问', 'Question'], 200),
      sensitive: flag(['敏感个人信息', 'Sensitive personal information']),
      sources: list(
        ['来源', 'Sources'],
        record(['来源', 'Source'], {
          service: key(['事项', 'Service']),
          field: text(['表单字段', 'Form field'], 100, { min: 1 }),
          reading: choice(['取值方式', 'Reading'], profileReadings),
        }),
        50,
      ),
    }),
    200,
  ),
});
