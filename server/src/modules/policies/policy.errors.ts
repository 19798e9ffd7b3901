import { defineErrors } from '../../platform/errors/domain-error.js';

export const policyErrors = defineErrors({
  POLICY_FILE_UNSUPPORTED: { status: 400, zh: '不支持这种文件；请使用 DOCX、PDF、HTML、Markdown 或 TXT（旧版 DOC 请先另存为 DOCX）', en: 'This kind of file is not supported; use DOCX, PDF, HTML, Markdown or TXT (save an old DOC as DOCX first)' },
  POLICY_FILE_ENCRYPTED: { status: 400, zh: '文件设有打开密码，请解除密码后再导入', en: 'The file is protected by a password; remove it and import again' },
  POLICY_FILE_BROKEN: { status: 400, zh: '文件已损坏，无法读取', en: 'The file is damaged and cannot be read' },
  POLICY_FILE_EMPTY: { status: 400, zh: '文件里没有文字；扫描件请先识别文字', en: 'The file holds no text; recognise the text of a scan first' },
  POLICY_TOO_MANY_PAGES: { status: 413, zh: 'PDF 超过 {limit} 页，请拆分后导入', en: 'The PDF has more than {limit} pages; split it' },
  POLICY_TOO_LONG: { status: 413, zh: '正文超过 {limit} 个字符，请拆分后导入', en: 'The text has more than {limit} characters; split it' },
  POLICY_TOO_SLOW: { status: 413, zh: '读取文件超过 {seconds} 秒，已停止', en: 'Reading the file took more than {seconds} s and was stopped' },
  POLICY_PROPOSAL_GONE: { status: 409, zh: '正文里已没有这条建议，请刷新', en: 'The text no longer makes this proposal; reload' },
});
