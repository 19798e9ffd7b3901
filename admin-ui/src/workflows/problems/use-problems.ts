import { analyseVariables, checkConditionTypes, compile, processProblemText, variablesRead, type CompiledProcess } from '@banshi/process';
import { problemText } from '@banshi/expression';
import { useEffect, useMemo, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { fieldsOfStep, type Variable, type WorkflowForms } from '../scope/workflow-scope.js';

export interface Problem {
  severity: 'error' | 'warning';
  /** Id of the element to mend; null when it concerns the file. */
  element: string | null;
  text: string;
}

/** Long enough that typing is not checked letter by letter. */
const rest = 250;

/** The draft's diagram compiled in the browser, as publishing compiles it; null until the first time. */
export function useCompiled(bpmn: string): CompiledProcess | null {
  const [compiled, setCompiled] = useState<CompiledProcess | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => void compile(bpmn).then((result) => isCurrent && setCompiled(result)), rest);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bpmn]);
  return compiled;
}

/** What publishing would say about the diagram and its conditions. */
export function useProblems(compiled: CompiledProcess | null, forms: WorkflowForms, variables: Variable[]): Problem[] {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const t = useTranslate();
  return useMemo(() => {
    if (!compiled) return [];
    const drawn = compiled.problems.map((problem): Problem => ({ severity: problem.severity, element: problem.element, text: processProblemText(problem, language) }));
    const { model } = compiled;
    // Without a service nobody knows the fields, so nothing can be said of the variables.
    if (!model || forms.services.length === 0) return drawn;
    const before = analyseVariables(model, (formId) => fieldsOfStep(forms, formId).map(({ name }) => name));
    const unset = variablesRead(model).flatMap(({ element, gateway, variable: [name = ''] }): Problem[] => {
      const { certain, maybe } = before(gateway);
      if (certain.includes(name)) return [];
      if (maybe.includes(name)) return [{ severity: 'warning', element, text: t('workflows.problems.maybe', { name }) }];
      return [{ severity: 'error', element, text: t('workflows.problems.unset', { name }) }];
    });
    const known = Object.fromEntries(variables.map(({ name, type }) => [name, type]));
    const types = checkConditionTypes(model, () => known)
      .filter(({ problem }) => problem.code !== 'unknown-variable')
      .map(({ element, problem }): Problem => ({ severity: 'error', element, text: problemText(problem, language) }));
    return [...drawn, ...unset, ...types];
  }, [compiled, forms, variables, language, t]);
}
