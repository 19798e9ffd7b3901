import { put, type OpenForm } from '../form/draft-data.js';
import { sayShown } from '../deciding/apply-findings.js';
import { askReview, proceed } from '../deciding/proceed.js';
import { summaryRows } from '../replying/summary-rows.js';
import type { Session } from '../session.js';
import { newDraft } from '../state/dialog-state.js';
import { askAgain } from './ask-again.js';
import { cancelService, submit } from './finish-service.js';
import type { Behaviour } from './hearing.js';
import { says } from './phrases.js';

/** What steers the dialogue itself: wait, repeat, back, undo, start again, show, hand in, give up. */
export const steer: Behaviour = (session, { text, open }) => {
  if (says(text, 'wait')) {
    session.act('wait');
    session.say('takeTime');
    return 'done';
  }
  if (says(text, 'repeat')) {
    session.act('repeat');
    session.say('repeated');
    askAgain(session);
    return 'done';
  }
  if (!open) {
    if (!says(text, 'cancel')) return 'more';
    session.say('nothingToCancel');
    askAgain(session);
    return 'done';
  }
  if (says(text, 'back')) return done(() => goBack(session, open));
  if (says(text, 'undo')) return done(() => undo(session, open));
  if (says(text, 'restart')) return done(() => restart(session, open));
  if (says(text, 'cancel')) return done(() => cancelService(session, open));
  if (says(text, 'submit')) return done(() => submit(session, open));
  if (says(text, 'summary')) return done(() => showAll(session, open));
  return 'more';
};

function done(run: () => void): 'done' {
  run();
  return 'done';
}

/** To the field asked before the one that is open. */
export function goBack(session: Session, open: OpenForm): void {
  const { draft, facts } = open;
  session.act('back');
  const { question } = session.state;
  const trail = draft.asked.filter((name) => facts.fields.has(name));
  const at = question?.kind === 'field' ? trail.indexOf(question.field) : trail.length;
  const before = trail[(at < 0 ? trail.length : at) - 1];
  if (before === undefined) {
    session.say('noFurtherBack');
    return askAgain(session);
  }
  draft.asked = trail.slice(0, trail.indexOf(before) + 1);
  editField(session, open, before, 'backTo');
}

/** Asks a field again although it is filled; what stands there stays until something else is said. */
export function editField(session: Session, open: OpenForm, name: string, how: 'editing' | 'backTo'): void {
  const field = open.facts.fields.get(name);
  if (!field) return askAgain(session);
  const entry = open.draft.entries[name];
  const value = entry ? session.show(field, entry.value ?? entry.text) : '';
  if (value !== '') session.say(how, { title: field.title, value });
  else if (how === 'backTo') session.say('backToEmpty', { title: field.title });
  session.act('edit');
  open.draft.none = open.draft.none.filter((one) => one !== name);
  proceed(session, open, name);
}

/** Takes back the last change; a correction of a correction leads to what stood there first. */
export function undo(session: Session, open: OpenForm): void {
  const { draft, facts } = open;
  session.act('undo');
  const last = draft.changes.at(-1);
  const field = last && facts.fields.get(last.field);
  if (!last || !field) {
    session.say('nothingToUndo');
    return askAgain(session);
  }
  const changes = draft.changes.slice(0, -1);
  put(draft, last.field, last.before);
  draft.changes = changes;
  if (last.before?.value != null) session.say('undone', { title: field.title, value: session.show(field, last.before.value) });
  else session.say('undoneEmpty', { title: field.title });
  if (draft.stage === 'review') session.changedInReview = true;
  sayShown(session, open);
  proceed(session, open);
}

export function restart(session: Session, open: OpenForm): void {
  const { service, form } = open.draft;
  session.act('restart');
  session.state.drafts[service] = { ...newDraft(service, form, session.state.turn), titles: open.draft.titles };
  session.state.waiting = [];
  session.state.question = null;
  session.say('restarted', { service: session.title(service) });
  const fresh = session.open(service);
  if (fresh) proceed(session, fresh);
}

export function showAll(session: Session, open: OpenForm): void {
  session.act('summarise');
  session.showSummary(open.draft.service, summaryRows(open));
  const { question } = session.state;
  if (question?.kind === 'review') return askReview(session, open);
  askAgain(session);
}


