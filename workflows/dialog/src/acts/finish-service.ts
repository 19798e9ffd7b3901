import { dataOf, type OpenForm } from '../form/draft-data.js';
import { nextField } from '../deciding/next-field.js';
import { proceed } from '../deciding/proceed.js';
import { startService } from '../services/start-service.js';
import type { Session } from '../session.js';

/** Hands the form in, if it is complete; else asks for what is missing. The server validates once more. */
export function submit(session: Session, open: OpenForm): void {
  const { draft, form } = open;
  session.act('submit');
  if (draft.stage === 'sent') {
    session.say('submitting', { service: session.title(draft.service) });
    return;
  }
  const missing = nextField(open);
  const errors = missing ? [] : form.validator.validate(dataOf(draft), { language: session.context.language, step: form.access });
  if (missing || errors.length > 0) {
    session.say('notReady', { titles: missing?.field.title ?? errors.map(({ message }) => message).join('；') });
    return proceed(session, open, missing?.field.name ?? errors[0]?.field ?? null);
  }
  draft.stage = 'sent';
  session.state.question = null;
  session.say('submitting', { service: session.title(draft.service) });
  session.effect({ type: 'submit', service: draft.service, data: dataOf(draft), key: draft.key });
}

/** Gives up one service; whatever else is open stays. Asked once where something would be lost. */
export function cancelService(session: Session, open: OpenForm): void {
  const { service } = open.draft;
  session.act('cancel');
  const isEmpty = !Object.values(open.draft.entries).some(({ source }) => source === 'said' || source === 'form');
  if (isEmpty) return dropService(session, service);
  session.say('askCancel', { service: session.title(service) });
  session.offer({ label: session.text('giveUp'), payload: 'yes' }, { label: session.text('goOn'), payload: 'no' });
  session.ask({ kind: 'cancel', service });
}

export function dropService(session: Session, service: string): void {
  const open = session.open(service);
  session.say('cancelled', { service: session.title(service) });
  if (open) session.effect({ type: 'count', what: 'cancelled', service, field: null });
  delete session.state.drafts[service];
  leave(session, service);
}

/** Leaves a service and goes on with the one that waits. */
export function leave(session: Session, service: string): void {
  const { state } = session;
  if (state.active === service) state.active = null;
  state.question = null;
  state.waiting = [];
  const [next, ...rest] = state.queue.filter((key) => key !== service);
  state.queue = rest;
  if (next === undefined) return;
  session.say('nextInQueue', { service: session.title(next) });
  const isNew = !(next in state.drafts);
  state.active = isNew ? null : next;
  const open = isNew ? startService(session, next) : session.open(next);
  if (open) proceed(session, open);
}

