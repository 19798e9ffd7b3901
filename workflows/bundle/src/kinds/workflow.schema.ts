import { body, description, itemTitle, text } from './schema-builders.js';

/** JSON Schema 2020-12 of a workflow. The XML inside is judged by compiling it. */
export const workflowSchema = body(['流程', 'Workflow'], {
  title: itemTitle,
  description,
  bpmn: text(['流程图', 'Diagram'], 1_000_000, { min: 1 }),
});
