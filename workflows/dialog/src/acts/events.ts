import type { FieldError } from '@banshi/forms';
import { proceed } from '../deciding/proceed.js';
import type { Session } from '../session.js';
import { askAgain } from './ask-again.js';
import { leave } from './finish-service.js';

export function silence(session: Session): void {
  session.act('silence');
  session.say('stillThere');
  askAgain(session);
}

/** The server has made a case of the form. */
export function submitted(session: Session, number: string): void {
  const { state } = session;
  const service = sentService(session);
  session.act('submitted');
  if (service === null) {
    session.say('submitted', { number });
    return;
  }
  state.cases[service] = number;
  session.say('submitted', { number });
  session.block({ type: 'case', number, service, title: session.title(service) });
  session.effect({ type: 'count', what: 'completed', service, field: null });
  if (state.active === service) leave(session, service);
}

/** It was not accepted: the draft is as it was, and what was refused is asked again. */
export function refused(session: Session, errors: FieldError[], message: string): void {
  const service = sentService(session) ?? session.state.active;
  const open = session.open(service);
  const list = Array.isArray(errors) ? errors : [];
  session.act('refused');
  session.say('refused', { message: (message || list.map((error) => error.message).join('；')).replace(/。$/u, '') });
  if (!open) return askAgain(session);
  if (open.draft.stage === 'sent') open.draft.stage = 'filling';
  session.state.active = open.draft.service;
  const field = list.map((error) => error.field).find((name) => open.facts.fields.has(name)) ?? null;
  if (field !== null) open.draft.failures[field] = (open.draft.failures[field] ?? 0) + 1;
  session.offer({ label: session.text('person'), payload: 'person' });
  proceed(session, open, field);
}

function sentService(session: Session): string | null {
  const { active, drafts } = session.state;
  if (active !== null && drafts[active]?.stage === 'sent') return active;
  return Object.values(drafts).find(({ stage, service }) => stage === 'sent' && !(service in session.state.cases))?.service ?? null;
}

/** A person hands the dialogue back; the assistant goes on where it stood. */
export function handedBack(session: Session, note: string | null): void {
  session.state.mode = 'assistant';
  session.act('handed-back');
  session.say('handedBack');
  if (note) session.say('hint', { hint: note });
  askAgain(session);
}
