export type Language = 'zh' | 'en';

const TEXTS = {
  'not-object': ['表单的数据必须是一个对象', 'The data of a form must be an object'],
  'form-too-large': ['表单超过 {max} KB', 'The form is larger than {max} KB'],
  'too-many-fields': ['表单有 {count} 个字段，最多 {max} 个', 'The form has {count} fields; at most {max} are allowed'],
  'too-deep': ['表单的嵌套超过 {max} 层', 'The form is nested deeper than {max} levels'],
  'schema-invalid': ['“{path}”不符合 JSON Schema 2020-12：{detail}', '“{path}” is not valid JSON Schema 2020-12: {detail}'],
  'unknown-keyword': ['“{path}”用了不支持的关键字“{keyword}”', '“{path}” uses the keyword “{keyword}”, which is not supported'],
  'unknown-format': ['“{path}”用了未知的格式“{format}”', '“{path}” names the unknown format “{format}”'],
  'remote-ref': ['“{path}”引用了外部地址“{ref}”，只允许引用本表单内的定义', '“{path}” refers to “{ref}”; only definitions inside the form may be referred to'],
  'unresolved-ref': ['“{path}”引用的“{ref}”不存在', '“{path}” refers to “{ref}”, which does not exist'],
  'endless-ref': ['“{path}”的引用“{ref}”绕回了自身', 'The reference “{ref}” at “{path}” leads back to itself'],
  pattern: ['“{path}”的正则表达式无法使用：{detail}', 'The pattern at “{path}” cannot be used: {detail}'],
  'limits-crossed': ['字段“{title}”的下限大于上限，没有值能通过', 'The lower limit of “{title}” is above its upper limit, so no value passes'],
  'default-invalid': ['字段“{title}”的默认值不符合它自己的规则', 'The default of “{title}” breaks its own rules'],
  'bad-field-name': [
    '字段名“{field}”不可用：以英文字母开头，只含字母、数字和下划线，不超过 64 个字符，且不是保留字',
    '“{field}” cannot be a field name: start with a letter, use only letters, digits and underscores, at most 64 characters, no reserved word',
  ],
  'field-exists': ['字段名“{field}”已被使用', 'The field name “{field}” is taken'],
  'unknown-field': ['没有字段“{field}”', 'There is no field “{field}”'],
  'unknown-section': ['没有分区“{section}”', 'There is no section “{section}”'],
  'bad-section-key': ['分区标识“{section}”不可用：用小写字母、数字和连字符', '“{section}” cannot be a section key: use lower-case letters, digits and hyphens'],
  'section-exists': ['分区标识“{section}”重复', 'The section key “{section}” is used twice'],
  'section-not-empty': ['分区“{section}”里还有 {count} 个字段', 'The section “{section}” still has {count} fields'],
  'layout-unknown-field': ['分区“{section}”摆放了不存在的字段“{field}”', 'The section “{section}” shows “{field}”, which the form does not have'],
  'layout-twice': ['字段“{title}”被摆放了两次', 'The field “{title}” is placed twice'],
  'not-in-layout': ['字段“{title}”没有摆放在任何分区，没有人看得到它', 'The field “{title}” is in no section, so nobody can see it'],
  'required-unknown-field': ['必填项“{field}”不存在', 'The required field “{field}” does not exist'],
  'required-while-hidden': [
    '字段“{title}”有时不显示却总是必填，应改为显示时必填',
    'The field “{title}” is always required but not always shown; require it only while it is shown',
  ],
  'show-if-unknown-field': ['显示条件读取了不存在的字段“{field}”', 'A show-if reads “{field}”, which does not exist'],
  'show-if-never': ['字段“{title}”的显示条件不可能成立：“{controllerTitle}”取不到这个值', 'The show-if of “{title}” can never hold: “{controllerTitle}” cannot have that value'],
  'show-if-cycle': ['字段“{title}”的显示条件绕回了自身', 'The show-if of “{title}” depends on itself'],
  'referred-by-show-if': ['字段“{title}”的显示条件用到了字段“{field}”', 'The show-if of “{title}” reads the field “{field}”'],
  'not-a-choice': ['字段“{title}”不是选择类型，不能设置选项或字典', 'The field “{title}” is no choice, so it takes no options and no dictionary'],
  'last-section': ['表单至少要有一个分区', 'A form needs at least one section'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FormProblemCode = keyof typeof TEXTS;

/** What is wrong with a form, or why an edit was refused. */
export interface FormProblem {
  code: FormProblemCode;
  /** The field to open in the editor. */
  field?: string;
  /** The section to open in the editor. */
  section?: string;
  /** JSON pointer into the form's content, such as `/schema/properties/age/pattern`. */
  path: string;
  params: Record<string, string | number>;
}

export function formProblem(code: FormProblemCode, path: string, at: { field?: string; section?: string } = {}, params: Record<string, string | number> = {}): FormProblem {
  return { code, path, ...at, params: { path, ...at, ...params } };
}

/** The problem in the reader's language. */
export function problemText(problem: FormProblem, language: Language): string {
  const text = TEXTS[problem.code][language === 'zh' ? 0 : 1];
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => String(problem.params[name] ?? ''));
}
