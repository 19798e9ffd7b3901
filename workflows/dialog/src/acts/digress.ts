import { isQuestionText } from '../reading/clauses.js';
import { materialsFor, sayMaterials } from '../replying/materials.js';
import type { Session } from '../session.js';
import { offerStart } from './wish.js';
import type { Behaviour } from './hearing.js';
import { hasWords } from './phrases.js';

/** A question in between: answered from what the hall knows; then the open question comes once more. */
export const digress: Behaviour = (session, hearing) => {
  const { answer, open, rest } = hearing;
  const asks = isQuestionText(rest);
  const isIdle = session.isSilent && hearing.next === null && session.state.waiting.length === 0;
  if (!answer || answer.source === 'none' || (!asks && !isIdle) || !hasWords(rest)) return asks && hasWords(rest) ? unanswered(session, hearing) : 'more';
  session.act('digress');
  session.block({ type: 'answer', answer });
  if (answer.service) session.state.topic = answer.service.key;
  if (open) {
    if (answer.sections.some(({ part }) => part === 'materials') && answer.service?.key === open.draft.service) sayMaterials(session, open);
    hearing.next ??= stillOpen(hearing);
    return 'more';
  }
  session.offer(...answer.related.filter(({ kind }) => kind === 'service').slice(0, 3).map(({ key, title }) => ({ label: title, payload: `service:${key}` })));
  if (answer.service && session.world.form(answer.service.key)) offerStart(session, answer.service.key);
  session.state.unclear = 0;
  return 'done';
};

/** A question that nothing answers is noted for those who look after the hall. */
function unanswered(session: Session, hearing: Parameters<Behaviour>[1]): 'done' | 'more' {
  if (session.trace.acts.includes('explain') || session.trace.acts.includes('clarify')) return 'more';
  const { open, text } = hearing;
  if (!open && hearing.understanding?.outOfScope) return 'more';
  session.act('unanswered');
  const body = open || hearing.about === null ? null : session.world.service(hearing.about);
  if (body && hearing.about !== null) {
    session.effect({ type: 'unanswered', text, service: hearing.about });
    session.block({ type: 'service', key: hearing.about, title: body.title, summary: body.summary, online: session.world.form(hearing.about) !== null });
    if (body.guide.materials.length > 0) session.block({ type: 'materials', service: hearing.about, items: materialsFor(body.guide.materials, null) });
    offerStart(session, hearing.about);
    return 'done';
  }
  session.say('noAnswer');
  session.effect({ type: 'unanswered', text, service: open?.draft.service ?? session.state.topic });
  session.offer({ label: session.text('person'), payload: 'person' });
  if (!open) {
    session.state.unclear += 1;
    return 'done';
  }
  hearing.next ??= stillOpen(hearing);
  return 'more';
}

/** The asked field, unless the same text has filled it. */
function stillOpen({ open, asked }: Parameters<Behaviour>[1]): string | null {
  return asked && (open?.draft.entries[asked.name]?.value ?? null) === null ? asked.name : null;
}
