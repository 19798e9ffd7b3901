import { isOfType, nodesOf, type ModdleNode } from '../moddle/moddle-node.js';
import { processProblem, type ProcessProblem } from '../model/process-problem.js';

/** A workflow is one process. Pools of other parties may be drawn, but nothing runs in them or passes between them. */
export function chooseProcess(definitions: ModdleNode): { process: ModdleNode | null; problems: ProcessProblem[] } {
  const roots = nodesOf(definitions, 'rootElements');
  const processes = roots.filter((root) => isOfType(root, 'bpmn:Process'));
  const process = processes.find((candidate) => candidate.get('isExecutable') === true) ?? processes[0] ?? null;
  if (!process) return { process, problems: [processProblem('no-process', null, {})] };

  const messageFlows = roots.filter((root) => isOfType(root, 'bpmn:Collaboration')).flatMap((root) => nodesOf(root, 'messageFlows'));
  const refused = [...processes.filter((other) => other !== process), ...messageFlows];
  const problems = refused.map((node) => processProblem('unsupported-element', node.id ?? null, { type: node.$type, name: node.name || (node.id ?? '') }));
  if (process.get('isExecutable') !== true) problems.push(processProblem('not-executable', process.id ?? null, { name: process.name || (process.id ?? '') }));
  return { process, problems };
}
