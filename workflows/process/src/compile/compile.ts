import { parseBpmn } from '../moddle/parse-bpmn.js';
import type { ProcessModel } from '../model/process-model.js';
import type { ProcessProblem } from '../model/process-problem.js';
import { buildElement } from './build-elements.js';
import { buildFlow } from './build-flow.js';
import { checkGateways } from './check-gateways.js';
import { checkStructure } from './check-structure.js';
import { chooseProcess } from './choose-process.js';
import type { DrawnProcess } from './drawn-process.js';
import { readProcess } from './read-process.js';

/** More than anybody mends before compiling again. */
export const MAX_PROBLEMS = 500;

export interface CompiledProcess {
  /** Null as soon as one problem is an error. */
  model: ProcessModel | null;
  /** At most MAX_PROBLEMS, errors first where there are more. */
  problems: ProcessProblem[];
}

/** Turns BPMN XML into a model that `step` can run, or says what is wrong with it and where. Never throws. */
export async function compile(xml: string): Promise<CompiledProcess> {
  const parsed = await parseBpmn(xml);
  if (!parsed.definitions) return { model: null, problems: parsed.problems };
  const chosen = chooseProcess(parsed.definitions);
  const problems = [...parsed.problems, ...chosen.problems];
  if (!chosen.process) return { model: null, problems };

  const read = readProcess(chosen.process);
  problems.push(...read.problems);
  if (!read.drawn) return { model: null, problems };
  const model = buildModel(read.drawn, problems);
  problems.push(...checkStructure(read.drawn), ...checkGateways(read.drawn));
  const errors = problems.filter((problem) => problem.severity === 'error');
  return { model: errors.length > 0 ? null : model, problems: shorten(problems, errors) };
}

function buildModel(drawn: DrawnProcess, problems: ProcessProblem[]): ProcessModel {
  const model: ProcessModel = { version: 1, id: drawn.id, name: drawn.name, start: '', elements: {}, flows: {} };
  for (const node of drawn.nodes) {
    const element = buildElement(node, problems);
    if (!element) continue;
    model.elements[element.id] = element;
    if (element.type === 'start') model.start = element.id;
  }
  for (const flow of drawn.flows) model.flows[flow.id] = buildFlow(flow, problems);
  return model;
}

function shorten(problems: ProcessProblem[], errors: ProcessProblem[]): ProcessProblem[] {
  return problems.length <= MAX_PROBLEMS ? problems : [...errors, ...problems.filter((problem) => problem.severity === 'warning')].slice(0, MAX_PROBLEMS);
}
