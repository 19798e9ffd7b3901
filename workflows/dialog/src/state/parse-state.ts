import { startDialog, type DialogState, type Draft } from './dialog-state.js';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const count = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const record = <T>(value: unknown, parse: (one: unknown) => T | null): Record<string, T> =>
  Object.fromEntries(Object.entries(isObject(value) ? value : {}).flatMap(([key, one]) => {
    const parsed = parse(one);
    return parsed === null ? [] : [[key, parsed]];
  }));

/** A dialogue as it was stored. Null for what is none, or one of a later schema. */
export function parseState(json: unknown): DialogState | null {
  if (!isObject(json) || json['schema'] !== 1) return null;
  const mode = json['mode'];
  const question = json['question'];
  return {
    ...startDialog(),
    bundle: text(json['bundle']),
    turn: count(json['turn']),
    repeated: count(json['repeated']),
    mode: mode === 'waiting' || mode === 'ended' ? mode : 'assistant',
    active: text(json['active']),
    drafts: record(json['drafts'], parseDraft),
    queue: texts(json['queue']),
    question: isQuestion(question) ? question : null,
    waiting: Array.isArray(json['waiting']) ? json['waiting'].filter(isQuestion) : [],
    unclear: count(json['unclear']),
    abuse: count(json['abuse']),
    topic: text(json['topic']),
    cases: record(json['cases'], text),
  };
}

function parseDraft(value: unknown): Draft | null {
  if (!isObject(value) || typeof value['service'] !== 'string' || typeof value['form'] !== 'string') return null;
  const stage = value['stage'];
  return {
    service: value['service'],
    form: value['form'],
    entries: record(value['entries'], parseEntry),
    aside: record(value['aside'], parseEntry),
    partial: record(value['partial'], text),
    none: texts(value['none']),
    later: texts(value['later']),
    failures: record(value['failures'], (one) => count(one)),
    asked: texts(value['asked']),
    changes: (Array.isArray(value['changes']) ? value['changes'] : []).flatMap((one) => (isObject(one) && typeof one['field'] === 'string' ? [{ field: one['field'], before: parseEntry(one['before']) }] : [])),
    stage: stage === 'review' || stage === 'sent' ? stage : 'filling',
    titles: record(value['titles'], text),
    key: text(value['key']) ?? value['service'],
  };
}

function parseEntry(value: unknown): Draft['entries'][string] | null {
  if (!isObject(value)) return null;
  const source = value['source'];
  return { value: value['value'] ?? null, text: text(value['text']), source: source === 'form' || source === 'profile' || source === 'carried' ? source : 'said' };
}

/** The members that each kind of question must have, and whether they are texts, lists or objects. */
const QUESTIONS: Readonly<Record<string, Readonly<Record<string, 'text' | 'list' | 'object' | 'open'>>>> = {
  field: { service: 'text', field: 'text' },
  place: { service: 'text', open: 'object', fields: 'list' },
  meaning: { service: 'text', field: 'text', options: 'list', text: 'text' },
  overwrite: { service: 'text', field: 'text', open: 'object' },
  rows: { service: 'text', field: 'text' },
  cell: { service: 'text', field: 'text', row: 'object', column: 'text' },
  'which-field': { service: 'text', open: 'open', fields: 'list' },
  'which-service': { services: 'list', text: 'text' },
  start: { service: 'text' },
  cancel: { service: 'text' },
  review: { service: 'text' },
  person: {},
};

function isQuestion(value: unknown): value is NonNullable<DialogState['question']> {
  if (!isObject(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(QUESTIONS, value['kind'])) return false;
  return Object.entries(QUESTIONS[value['kind']]!).every(([name, shape]) => {
    const part = value[name];
    return shape === 'text' ? typeof part === 'string' : shape === 'list' ? Array.isArray(part) : shape === 'object' ? isObject(part) : part === null || isObject(part);
  });
}

/** A copy of a state that may be changed; a new dialogue where it is none. */
export function repairState(state: DialogState): DialogState {
  let copy: unknown = null;
  try {
    copy = JSON.parse(JSON.stringify(state));
  } catch {
    // Not JSON: no state of ours.
  }
  return parseState(copy) ?? startDialog();
}
