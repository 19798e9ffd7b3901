/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import { processProblem, type ProcessProblem } from '../model/process-problem.js';
import type { ModdleNode } from './moddle-node.js';
import { moddleExtensions } from './moddle-extensions.js';
import { guardXml } from './xml-guard.js';

/** After so many faults a file is not BPMN in any useful sense, and each costs the parser a scan of the text. */
const MAX_FAULTS = 100;

/** Building it costs more than reading a file; it keeps the types of the meta-model and nothing of what it has read. */
const moddle = new BpmnModdle({ ...moddleExtensions });

export interface ParsedBpmn {
  /** The `bpmn:Definitions` element, or null when the file cannot be read at all. */
  definitions: ModdleNode | null;
  /** The parser's own remarks, in English: what it did not know and left out, references that lead nowhere. */
  warnings: string[];
  problems: ProcessProblem[];
}

/** Reads BPMN 2.0 XML without ever throwing; what makes a file unreadable or loses content is a problem. */
export async function parseBpmn(xml: string): Promise<ParsedBpmn> {
  const text = xml.startsWith('\uFEFF') ? xml.slice(1) : xml;
  const refused = guardXml(text);
  if (refused) return { definitions: null, warnings: [], problems: [refused] };
  try {
    const { rootElement, warnings } = await moddle.fromXML(text, { handler: handlerWithFaultLimit });
    const messages = warnings.map((warning) => warning.message);
    return { definitions: rootElement as ModdleNode, warnings: messages, problems: messages.flatMap(problemOfWarning) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { definitions: null, warnings: [message], problems: [problemOfFailure(message)] };
  }
}

/** Writes definitions back as indented XML, everything included that this product does not know. */
export async function serialiseBpmn(definitions: ModdleNode): Promise<string> {
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

class TooManyFaults extends Error {}

interface ReaderContext {
  addWarning(warning: { message: string }): void;
}

/**
 * Replaces the reader's `handler` for one parse, to stop at MAX_FAULTS. The reader offers no limit of its own; it hands
 * its context to the root handler, which is the one place to reach it from outside.
 */
function handlerWithFaultLimit(this: object, typeName: string): object {
  const reader = Object.getPrototypeOf(this) as { handler(this: object, name: string): object };
  const root = reader.handler.call(this, typeName);
  let context: ReaderContext | undefined;
  Object.defineProperty(root, 'context', {
    get: () => context,
    set(given: ReaderContext) {
      const addWarning = given.addWarning.bind(given);
      let faults = 0;
      given.addWarning = (warning) => {
        if (warning.message.startsWith('unparsable') && ++faults > MAX_FAULTS) throw new TooManyFaults('too many faults');
        addWarning(warning);
      };
      context = given;
    },
  });
  return root;
}

function problemOfFailure(message: string): ProcessProblem {
  if (message === 'too many faults') return processProblem('too-many-faults', null, { limit: MAX_FAULTS });
  if (message.startsWith('failed to parse document as')) return processProblem('not-bpmn', null, {});
  const line = lineOf(message);
  return processProblem('bad-xml', null, line === null ? {} : { line });
}

function problemOfWarning(message: string): ProcessProblem[] {
  if (!message.startsWith('unparsable content')) return [];
  const line = lineOf(message) ?? 0;
  const duplicate = /duplicate ID <([^>]*)>/.exec(message);
  if (duplicate) return [processProblem('duplicate-id', duplicate[1] ?? null, { id: duplicate[1] ?? '', line })];
  const illegal = /illegal ID <([^>]*)>/.exec(message);
  if (illegal) return [processProblem('illegal-id', null, { id: illegal[1] ?? '', line })];
  return [processProblem('content-dropped', null, { content: /unparsable content (\S*)/.exec(message)?.[1] ?? '', line })];
}

/** The parser counts lines from 0. */
function lineOf(message: string): number | null {
  const line = /line: (\d+)/.exec(message)?.[1];
  return line === undefined ? null : Number(line) + 1;
}
