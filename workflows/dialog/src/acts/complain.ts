import type { Session } from '../session.js';
import type { Behaviour, Hearing } from './hearing.js';
import { isQuestionText } from '../reading/clauses.js';
import { says } from './phrases.js';

/** As sure as the model must be that somebody complains. */
const SURE = 0.7;

/** 我要投诉: a person, and the number for complaints of the service in hand; the form stays as it is. */
export const complain: Behaviour = (session, hearing) => {
  if (!isComplaint(session, hearing)) return 'more';
  const { state, world } = session;
  session.act('complain');
  session.say('complain');
  const service = world.service(state.active ?? state.topic ?? '');
  if (service?.guide.complaintPhone) session.say('complainPhone', { phone: service.guide.complaintPhone });
  session.offer({ label: session.text('person'), payload: 'person' });
  return 'done';
};

function isComplaint(session: Session, { text, asked, understanding }: Hearing): boolean {
  // Where words are asked for, they may tell of a complaint.
  if (asked?.type === 'textarea' || (isQuestionText(text) && text.length > 12)) return false;
  if (says(text, 'complain')) return text.length <= 30;
  const top = understanding?.outOfScope ? undefined : understanding?.intents[0];
  const intent = top && top.confidence >= SURE ? session.world.intent(top.key) : null;
  return intent?.role === 'common' && /投诉|举报|complain/iu.test(intent.title);
}
