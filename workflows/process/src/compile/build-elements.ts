import { extensionsOf, isOfType, textOf, type ModdleNode } from '../moddle/moddle-node.js';
import { CASE_RESULTS, type EndElement, type ExclusiveGatewayElement, type ProcessElement, type UserTaskElement } from '../model/process-model.js';
import { processProblem, type ProcessProblem } from '../model/process-problem.js';
import { buildFields } from './build-fields.js';
import { buildOutcomes } from './build-outcomes.js';
import { labelOf, type DrawnNode } from './drawn-process.js';

/** Department `$service` is the one that owns the service. */
const CANDIDATE_GROUP = /^(role|department|post):(\$service|[\p{L}\p{N}][\p{L}\p{N}._-]*)$/u;

/** Camunda's extensions that are honoured, or that change nothing when they are not. */
const UNDERSTOOD = new Set(['zeebe:AssignmentDefinition', 'zeebe:FormDefinition', 'zeebe:UserTask', 'zeebe:Properties']);

/** The compiled element, or null for a kind that the engine does not run. */
export function buildElement(drawn: DrawnNode, problems: ProcessProblem[]): ProcessElement | null {
  const base = { id: drawn.id, name: drawn.name, incoming: drawn.incoming.map((flow) => flow.id), outgoing: drawn.outgoing.map((flow) => flow.id) };
  if (drawn.kind) reportUnknownExtensions(drawn, problems);
  const fields = (fallback: 'edit' | 'read') => buildFields(drawn, extension(drawn, 'banshi:Fields'), fallback, problems);
  switch (drawn.kind) {
    case null:
      return null;
    case 'start':
      return { ...base, type: 'start', formId: formId(drawn), fields: fields('edit') };
    case 'end':
      return { ...base, type: 'end', result: result(drawn, problems) };
    case 'user-task':
      return { ...base, type: 'user-task', ...assignment(drawn, problems), formId: formId(drawn), fields: fields('read'), outcomes: buildOutcomes(drawn, extension(drawn, 'banshi:Outcomes'), problems) };
    case 'exclusive-gateway':
      return { ...base, type: 'exclusive-gateway', defaultFlow: defaultFlow(drawn) };
    case 'parallel-gateway':
      return { ...base, type: 'parallel-gateway' };
  }
}

function extension(drawn: DrawnNode, type: string): ModdleNode | undefined {
  return extensionsOf(drawn.node).find((node) => isOfType(node, type));
}

function formId(drawn: DrawnNode): string | null {
  const definition = extension(drawn, 'zeebe:FormDefinition');
  return (definition && textOf(definition, 'formId')?.trim()) || null;
}

function result(drawn: DrawnNode, problems: ProcessProblem[]): EndElement['result'] {
  const node = extension(drawn, 'banshi:Result');
  if (!node) return null;
  const value = textOf(node, 'value') ?? '';
  const known = CASE_RESULTS.find((candidate) => candidate === value) ?? null;
  if (!known) problems.push(processProblem('result-unknown', drawn.id, { name: labelOf(drawn), value }));
  return known;
}

function assignment(drawn: DrawnNode, problems: ProcessProblem[]): Pick<UserTaskElement, 'assignee' | 'candidateGroups'> {
  const definition = extension(drawn, 'zeebe:AssignmentDefinition');
  const assignee = (definition && textOf(definition, 'assignee')?.trim()) || null;
  const candidateGroups = (definition && textOf(definition, 'candidateGroups') || '').split(',').map((group) => group.trim()).filter(Boolean);
  for (const group of candidateGroups) {
    const match = CANDIDATE_GROUP.exec(group);
    if (!match || (match[2] === '$service' && match[1] !== 'department')) problems.push(processProblem('candidate-group-unknown', drawn.id, { name: labelOf(drawn), group }));
  }
  if (!assignee && candidateGroups.length === 0) problems.push(processProblem('assignment-missing', drawn.id, { name: labelOf(drawn) }));
  return { assignee, candidateGroups: [...new Set(candidateGroups)] };
}

function defaultFlow(drawn: DrawnNode): ExclusiveGatewayElement['defaultFlow'] {
  const node = drawn.node.get('default');
  return drawn.outgoing.find((flow) => flow.node === node)?.id ?? null;
}

/** What a Camunda cluster would obey and this engine would not must not pass silently. */
function reportUnknownExtensions(drawn: DrawnNode, problems: ProcessProblem[]): void {
  for (const node of extensionsOf(drawn.node)) {
    if (node.$type.startsWith('zeebe:') && !UNDERSTOOD.has(node.$type)) report(node.$type);
    if (isOfType(node, 'zeebe:AssignmentDefinition') && textOf(node, 'candidateUsers')) report('zeebe:AssignmentDefinition#candidateUsers');
  }
  function report(type: string): void {
    problems.push(processProblem('unsupported-extension', drawn.id, { name: labelOf(drawn), extension: type }));
  }
}
