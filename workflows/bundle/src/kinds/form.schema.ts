import type { JsonSchema } from './bodies.js';
import { body, choice, description, itemTitle, list, record, text } from './schema-builders.js';

const open = (zh: string, en: string, rest: JsonSchema = {}): JsonSchema => ({ title: zh, 'x-title-en': en, ...rest });

/** Names keywords for diffs and messages; what a form's schema may hold is judged by the forms library, not here. */
const keywordTitles: Record<string, JsonSchema> = {
  title: open('字段名称', 'Field title'),
  description: open('字段说明', 'Field description'),
  type: open('数据类型', 'Data type'),
  format: open('格式', 'Format'),
  enum: open('可选值', 'Options'),
  const: open('固定值', 'Constant'),
  default: open('默认值', 'Default'),
  minLength: open('最少字数', 'Minimum length'),
  maxLength: open('最多字数', 'Maximum length'),
  pattern: open('格式规则', 'Pattern'),
  minimum: open('最小值', 'Minimum'),
  maximum: open('最大值', 'Maximum'),
  minItems: open('最少项数', 'Minimum items'),
  maxItems: open('最多项数', 'Maximum items'),
  items: open('每一项', 'Each item'),
  required: open('必填字段', 'Required fields'),
  allOf: open('显示与必填条件', 'Conditions'),
  if: open('如果', 'If'),
  then: open('那么', 'Then'),
  else: open('否则', 'Else'),
  dependentRequired: open('联动必填', 'Dependent required'),
  'x-type': open('字段类型', 'Field type'),
  'x-slot': open('对应槽位', 'Bound slot'),
  'x-dictionary': open('对应字典', 'Bound dictionary'),
  'x-sensitive': open('敏感信息', 'Sensitive'),
  'x-hint': open('填写提示', 'Hint'),
  'x-enumTitles': open('选项名称', 'Option titles'),
  'x-multiline': open('多行', 'Several lines'),
  'x-mediaTypes': open('允许的文件类型', 'File types'),
  'x-maxBytes': open('文件大小上限', 'Largest file'),
};
const field: JsonSchema = { properties: keywordTitles };
const fields: JsonSchema = open('字段', 'Fields', { type: 'object', additionalProperties: field });

/** JSON Schema 2020-12 of a form. */
export const formSchema = body(['表单', 'Form'], {
  title: itemTitle,
  description,
  schema: open('数据结构', 'Data', { type: 'object', properties: { ...keywordTitles, properties: fields } }),
  layout: record(['版面', 'Layout'], {
    sections: list(
      ['分组', 'Sections'],
      record(
        ['分组', 'Section'],
        {
          key: text(['分组标识', 'Section key'], 64, { min: 1 }),
          title: text(['分组标题', 'Section title'], 200),
          description: text(['分组说明', 'Section description'], 2000),
          fields: list(
            ['字段版面', 'Fields'],
            record(
              ['字段', 'Field'],
              {
                field: text(['字段', 'Field'], 64, { min: 1 }),
                width: choice(['宽度', 'Width'], ['half', 'full']),
                placeholder: text(['占位提示', 'Placeholder'], 200),
                help: text(['帮助', 'Help'], 1000),
                widget: choice(['控件', 'Widget'], ['textarea', 'radio', 'select', 'checkboxes']),
              },
              ['width', 'placeholder', 'help', 'widget'],
            ),
            300,
          ),
        },
        ['description'],
      ),
      50,
    ),
  }),
});
