import { proceed } from '../deciding/proceed.js';
import { putQuestion } from '../deciding/put-question.js';
import { askField } from '../replying/ask-field.js';
import type { Session } from '../session.js';
import { askCell, askMore } from './fill-table.js';
import { askWhichService, offerStart } from './wish.js';

/** Services that a greeting offers. */
const MAX_SERVICES = 4;

/** Puts the open question once more: the same one, or the next where it has lost its ground. */
export function askAgain(session: Session): void {
  if (session.hasAsked) return;
  const { question } = session.state;
  const open = session.active();
  if (question?.kind === 'which-service') return askWhichService(session, question.services, question.text);
  if (question?.kind === 'start' && session.world.service(question.service)) return offerStart(session, question.service);
  if (!open) {
    if (session.isSilent) session.say('welcome');
    const online = session.world.serviceKeys().filter((key) => session.world.form(key) !== null);
    session.offer(...online.slice(0, MAX_SERVICES).map((key) => ({ label: session.title(key), payload: `service:${key}` })));
    return;
  }
  if (question && putQuestion(session, open, question)) return;
  const table = question?.kind === 'rows' || question?.kind === 'cell' ? open.facts.fields.get(question.field) : undefined;
  if (table && question?.kind === 'rows') return askMore(session, open, table);
  const column = question?.kind === 'cell' ? table?.columns.find(({ name }) => name === question.column) : undefined;
  if (table && column && question?.kind === 'cell') return askCell(session, open, table, question.row, column);
  const field = question?.kind === 'field' ? open.facts.fields.get(question.field) : undefined;
  if (field && !(field.name in open.draft.entries)) return askField(session, open, field, 'repeated');
  proceed(session, open);
}
