import type { Finding } from '../findings.js';
import { processFindings } from '../kinds/workflow.lint.js';
import type { BundleView } from '../view.js';
import type { ContractRule } from './rule.js';

/** Some problems of the compiler are warnings; a finding keeps the compiler's severity. */
export const workflowInvalid: ContractRule = {
  id: 'workflow-invalid',
  severity: 'error',
  kinds: ['workflow'],
  title: { zh: '流程图可以运行', en: 'Every workflow can be run' },
  check: (view) => compilerFindings(view).filter((finding) => finding.rule === 'workflow-invalid'),
};

export const unsupportedElement: ContractRule = {
  id: 'unsupported-element',
  severity: 'error',
  kinds: ['workflow'],
  title: { zh: '流程图只用引擎支持的元素', en: 'Workflows use only elements that the engine runs' },
  check: (view) => compilerFindings(view).filter((finding) => finding.rule === 'unsupported-element'),
};

function compilerFindings(view: BundleView): Finding[] {
  return view.keys('workflow').flatMap((key) => processFindings(key, view.process(key)?.problems ?? []));
}
