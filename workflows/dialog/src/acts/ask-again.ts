import { proceed } from '../deciding/proceed.js';
import { putQuestion } from '../deciding/put-question.js';
import { askField } from '../replying/ask-field.js';
import type { Session } from '../session.js';
import { askWhichService, offerStart } from './wish.js';

/** Puts the open question once more: the same one, or the next where it has lost its ground. */
export function askAgain(session: Session): void {
  if (session.hasAsked) return;
  const { question } = session.state;
  const open = session.active();
  if (question?.kind === 'which-service') return askWhichService(session, question.services, question.text);
  if (question?.kind === 'start' && session.world.service(question.service)) return offerStart(session, question.service);
  if (!open) {
    if (session.isSilent) session.say('welcome');
    return;
  }
  if (question && putQuestion(session, open, question)) return;
  const field = question?.kind === 'field' ? open.facts.fields.get(question.field) : undefined;
  if (field && !(field.name in open.draft.entries)) return askField(session, open, field, 'repeated');
  proceed(session, open);
}
