import { fieldProblemText, type FieldProblem } from './field-problem.js';

export type FileProblemCode =
  | 'manifest-missing'
  | 'manifest-invalid'
  | 'too-many-files'
  | 'file-too-large'
  | 'path-refused'
  | 'unknown-kind'
  | 'bad-key'
  | 'duplicate-entry'
  | 'not-json'
  | 'schema-version-unknown'
  | 'body-invalid'
  | 'entry-unlisted'
  | 'entry-missing'
  | 'hash-mismatch'
  | 'bundle-hash-mismatch';

export interface FileProblem {
  file: string;
  code: FileProblemCode;
  params: Record<string, string | number>;
  /** What the kind's schema has against the body, for `body-invalid`. */
  field?: FieldProblem;
}

const texts: Record<FileProblemCode, { zh: (p: FileProblem['params']) => string; en: (p: FileProblem['params']) => string }> = {
  'manifest-missing': { zh: () => '缺少 bundle.json，这不是导出的发布包文件夹。', en: () => 'bundle.json is missing; this is no folder of an exported bundle.' },
  'manifest-invalid': { zh: (p) => `bundle.json 的内容不对，应为 ${p['format']} 格式。`, en: (p) => `bundle.json is not of the format ${p['format']}.` },
  'too-many-files': { zh: (p) => `文件超过 ${p['limit']} 个。`, en: (p) => `There are more than ${p['limit']} files.` },
  'file-too-large': { zh: (p) => `文件超过 ${p['limit']} 个字符。`, en: (p) => `The file has more than ${p['limit']} characters.` },
  'path-refused': { zh: () => '文件名不被接受：只能是“种类/标识.json”。', en: () => 'The file name is refused; it must be “kind/key.json”.' },
  'unknown-kind': { zh: (p) => `没有名为“${p['kind']}”的配置种类。`, en: (p) => `There is no kind of configuration named “${p['kind']}”.` },
  'bad-key': {
    zh: (p) => `标识“${p['key']}”不合法：应以小写字母开头，只含小写字母、数字和连字符，2 到 64 个字符。`,
    en: (p) => `The key “${p['key']}” is not allowed: start with a lower-case letter and use 2 to 64 lower-case letters, digits and hyphens.`,
  },
  'duplicate-entry': { zh: (p) => `${p['kind']}/${p['key']} 出现了两次。`, en: (p) => `${p['kind']}/${p['key']} occurs twice.` },
  'not-json': { zh: () => '文件不是正确的 JSON。', en: () => 'The file is not JSON.' },
  'schema-version-unknown': {
    zh: (p) => `内容的格式版本是 ${p['version']}，本系统只认识到 ${p['current']}。请升级系统后再导入。`,
    en: (p) => `The content has schema version ${p['version']}; this installation knows up to ${p['current']}. Upgrade it before importing.`,
  },
  'body-invalid': { zh: (p) => `${p['path']} 处的内容不符合要求。`, en: (p) => `The content at ${p['path']} does not meet its requirements.` },
  'entry-unlisted': { zh: () => 'bundle.json 没有列出此文件。', en: () => 'bundle.json does not list this file.' },
  'entry-missing': { zh: () => 'bundle.json 列出了此文件，但它不存在。', en: () => 'bundle.json lists this file, but it is not there.' },
  'hash-mismatch': { zh: () => '内容与 bundle.json 记录的哈希不符，导出之后被改动过。', en: () => 'The content does not match its hash in bundle.json; it was changed after the export.' },
  'bundle-hash-mismatch': { zh: () => '全部内容与 bundle.json 记录的发布包哈希不符。', en: () => 'The contents together do not match the bundle hash in bundle.json.' },
};

/** The sentence to show for a problem of an exported folder. */
export function fileProblemText(problem: FileProblem, lang: 'zh' | 'en'): string {
  return problem.field ? fieldProblemText(problem.field, lang) : texts[problem.code][lang](problem.params);
}
