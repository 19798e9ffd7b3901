import { checkBundle, createView, fileProblemText } from '@banshi/bundle';
import { readBundleFolder } from './bundle-folder.js';
import type { Command } from './command.js';
import { describeFinding, findingLine } from './describe-findings.js';

export const checkCommand: Command = {
  name: 'check',
  usage: 'check DIR',
  help: { zh: '用契约规则检查导出的文件，不需要数据库；有错误时退出码为 1', en: 'check exported files by the contract rules, without a database; exit code 1 where there are errors' },
  operands: 1,
  options: {},
  run: async ({ operands, path, language }) => {
    const { bundle, entries, problems } = readBundleFolder(path(operands[0]!));
    const files = problems.map((problem) => ({ file: problem.file, code: problem.code, message: fileProblemText(problem, language) }));
    const view = await createView(entries);
    const findings = checkBundle(view).map((finding) => describeFinding(view, finding, language));
    const errors = files.length + findings.filter((finding) => finding.severity === 'error').length;
    const warnings = findings.filter((finding) => finding.severity === 'warning').length;
    const lines = [...files.map(({ file, message, code }) => `ERROR   ${file}: ${message} [${code}]`), ...findings.map(findingLine)];
    return {
      json: { ok: errors === 0, bundle, entries: entries.length, errors, warnings, problems: files, findings },
      text: {
        zh: [...lines, `${entries.length} 项配置，${errors} 个错误，${warnings} 条警告`, `发布包 ${bundle}`].join('\n'),
        en: [...lines, `${entries.length} items, ${errors} errors, ${warnings} warnings`, `Bundle ${bundle}`].join('\n'),
      },
      exitCode: errors === 0 ? 0 : 1,
    };
  },
};
