import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import { elementsOfType, labelOf } from '../bpmn/diagram-context.js';
import { readFormId, readOutcomes } from '../bpmn/extension-elements.js';
import type { OutcomeSet } from './workflow-scope.js';

/** The outcome variables of the tasks as drawn, also while the diagram does not compile. */
export function outcomesOf(viewer: BaseViewer): OutcomeSet[] {
  return elementsOfType(viewer, 'bpmn:UserTask').flatMap(({ businessObject }) => {
    const outcomes = readOutcomes(businessObject);
    return outcomes ? [{ ...outcomes, task: labelOf(businessObject) }] : [];
  });
}

/** The forms that steps name. */
export function linkedFormsOf(viewer: BaseViewer): string[] {
  return ['bpmn:StartEvent', 'bpmn:UserTask'].flatMap((type) =>
    elementsOfType(viewer, type).flatMap(({ businessObject }) => {
      const form = readFormId(businessObject);
      return form === null ? [] : [form];
    }),
  );
}
