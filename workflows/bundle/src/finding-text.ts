import { problemText as formProblemText, type FormProblem } from '@banshi/forms';
import { processProblemText, type ProcessProblem } from '@banshi/process';
import type { Finding } from './findings.js';
import { expressionProblemText } from './rules/expression-problem-text.js';
import { findingTexts, type Params } from './finding-texts.js';

/** What a finding says and how it is mended. */
export interface FindingText {
  message: string;
  mend: string;
}

/** The sentences to show for a finding, complete in both languages. */
export function findingText(finding: Finding, lang: 'zh' | 'en'): FindingText {
  const { rule, params } = finding;
  if (rule === 'form-invalid') return formText(finding, lang);
  if (rule === 'workflow-invalid' || rule === 'unsupported-element') return processText(finding, lang);
  const write = findingTexts[rule]?.[lang];
  if (!write) throw new Error(`The rule ${rule} has no text`);
  const [message, mend] = write(rule === 'workflow-condition-type' || rule === 'policy-condition-invalid' ? { ...params, problem: expressionProblemText(params, lang) } : params);
  return { message, mend };
}

function formText({ path, params }: Finding, lang: 'zh' | 'en'): FindingText {
  const message = formProblemText({ code: params['code'] as FormProblem['code'], path, params }, lang);
  return lang === 'zh' ? { message: `${message}。`, mend: '在表单编辑器中打开此处修改。' } : { message: `${message}.`, mend: 'Open the place in the form editor and correct it.' };
}

/** The compiler's texts say first what is wrong and then how to mend it. */
function processText({ element, params }: Finding, lang: 'zh' | 'en'): FindingText {
  const { code, ...rest } = params;
  const problem = { code, severity: 'error', element: element ?? null, params: rest as Params } as ProcessProblem;
  const text = processProblemText(problem, lang);
  const end = lang === 'zh' ? text.indexOf('。') + 1 : text.search(/\. [A-Z]/) + 1;
  return end <= 0 || end >= text.length ? { message: text, mend: '' } : { message: text.slice(0, end), mend: text.slice(end).trim() };
}
