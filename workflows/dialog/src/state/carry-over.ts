import { errorOf, requiredNames, settle, shownFields, type OpenForm } from '../form/draft-data.js';
import type { Session } from '../session.js';

/**
 * Brings every draft to the bundle of this turn: what the forms still have and take is kept, what changed is said.
 * Questions of the old bundle are dropped.
 */
export function carryOver(session: Session): void {
  const { state, world } = session;
  const before = state.bundle;
  state.bundle = world.bundle;
  if (before === null || before === world.bundle) return;
  session.act('carry-over');
  for (const [service, draft] of Object.entries(state.drafts)) {
    if (draft.stage === 'sent') continue;
    const open = session.openDraft(draft);
    if (open && world.service(service)) carryDraft(session, open);
    else dropDraft(session, service);
  }
  state.queue = state.queue.filter((key) => world.service(key));
  state.waiting = state.waiting.filter((question) => isStanding(session, question));
  if (state.question && !isStanding(session, state.question)) state.question = null;
}

function dropDraft(session: Session, service: string): void {
  const { state } = session;
  session.say('changedService', { service: session.title(service) });
  delete state.drafts[service];
  if (state.active === service) state.active = null;
}

function carryDraft(session: Session, open: OpenForm): void {
  const { draft, facts, form } = open;
  const zh = session.context.language === 'zh';
  const titles = (list: readonly string[]) => list.join(zh ? '、' : ', ');
  draft.form = form.key;
  const gone = Object.keys({ ...draft.entries, ...draft.aside }).filter((name) => !facts.fields.has(name));
  for (const name of gone) {
    delete draft.entries[name];
    delete draft.aside[name];
  }
  settle(open);
  const invalid = shownFields(open).filter(({ name }) => draft.entries[name]?.value != null && errorOf(open, name, draft.entries[name]!.value) !== null);
  for (const { name } of invalid) {
    const { value, text, source } = draft.entries[name]!;
    draft.entries[name] = { value: null, text: text ?? (typeof value === 'string' ? value : null), source };
  }
  const names = new Set(facts.fields.keys());
  const before = draft.titles;
  const added = [...requiredNames(open)].filter((name) => !Object.hasOwn(before, name)).map((name) => facts.fields.get(name)!.title);
  draft.titles = titlesOf(open);
  draft.changes = draft.changes.filter(({ field }) => names.has(field));
  draft.asked = draft.asked.filter((name) => names.has(name));
  if (gone.length === 0 && invalid.length === 0 && added.length === 0) return;
  session.say('changedForm', { service: session.title(draft.service) });
  if (gone.length > 0) session.say('changedGone', { titles: titles(gone.map((name) => before[name] ?? name)) });
  if (added.length > 0) session.say('changedNew', { titles: titles(added) });
  if (invalid.length > 0) session.say('changedInvalid', { titles: titles(invalid.map(({ title }) => title)) });
  session.say('changedKept');
  if (draft.stage === 'review') draft.stage = 'filling';
}

function isStanding(session: Session, question: { kind: string; service?: string; field?: string; fields?: string[] }): boolean {
  if (question.service === undefined) return true;
  const open = session.open(question.service);
  if (question.kind === 'start') return session.world.service(question.service) !== null;
  if (!open) return false;
  return [question.field, ...(question.fields ?? [])].every((name) => name === undefined || open.facts.fields.has(name));
}

export function titlesOf({ facts }: OpenForm): Record<string, string> {
  return Object.fromEntries([...facts.fields.values()].map(({ name, title }) => [name, title]));
}
