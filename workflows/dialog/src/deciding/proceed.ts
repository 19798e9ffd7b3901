import { shownFields, type OpenForm } from '../form/draft-data.js';
import { askField } from '../replying/ask-field.js';
import { summaryRows } from '../replying/summary-rows.js';
import { sayMaterials } from '../replying/materials.js';
import type { Session } from '../session.js';
import { nextField, optionalFields } from './next-field.js';
import { putQuestion } from './put-question.js';

/** Asks what comes next: first what is in doubt, then the next field, at last whether all is right. `first` is a field to ask before others. */
export function proceed(session: Session, open: OpenForm, first: string | null = null): void {
  if (session.hasAsked) return;
  const { state } = session;
  while (state.waiting.length > 0) {
    const [question, ...rest] = state.waiting;
    state.waiting = rest;
    if (question && putQuestion(session, open, question)) return;
  }
  const wanted = first === null ? undefined : shownFields(open).find(({ name }) => name === first);
  if (wanted) return askField(session, open, wanted, 'asked-for');
  const next = nextField(open);
  if (!next) return askReview(session, open);
  if (next.why === 'put-off' && !(state.question?.kind === 'field' && state.question.field === next.field.name)) session.say('putOff', { title: next.field.title });
  askField(session, open, next.field, next.why);
}

/** The final check. What was shown once is not shown again because one value changed. */
export function askReview(session: Session, open: OpenForm): void {
  const { draft } = open;
  const isShort = draft.stage === 'review';
  if (isShort) session.say(session.changedInReview ? 'reviewAgain' : 'reviewStill');
  else {
    session.say('review');
    session.showSummary(draft.service, summaryRows(open));
    const optional = optionalFields(open).filter(({ name }) => !draft.later.includes(name));
    sayMaterials(session, open);
    if (optional.length > 0) session.say('optional', { titles: optional.map(({ title }) => title).join(session.context.language === 'zh' ? '、' : ', ') });
    session.offer(...optional.slice(0, 4).map(({ name, title }) => ({ label: title, payload: `edit:${name}` })));
  }
  session.offer({ label: session.text('submit'), payload: 'submit' }, { label: session.text('modify'), payload: 'modify' });
  if (isShort) session.offer({ label: session.text('showAll'), payload: 'summary' });
  draft.stage = 'review';
  session.act('summarise');
  session.ask({ kind: 'review', service: draft.service });
}
