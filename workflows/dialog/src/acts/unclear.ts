import { proceed } from '../deciding/proceed.js';
import { askAgain } from './ask-again.js';
import { noneOfThese } from './wish.js';
import type { Behaviour } from './hearing.js';
import { hasWords, isSteering } from './phrases.js';

/** A value that more fields would take says too little. */
const MAX_PLACES = 4;

/** Nothing was found in the text: the question comes again, in other words each time. */
export const unclear: Behaviour = (session, hearing) => {
  const { open, asked, understanding, text } = hearing;
  if (!session.isSilent || session.state.waiting.length > 0 || hearing.next !== null) return 'more';
  if (understanding?.outOfScope) {
    session.act('out-of-scope');
    session.say('outOfScope');
    if (!isSteering(text)) session.effect({ type: 'unanswered', text, service: null });
    session.offer({ label: session.text('person'), payload: 'person' });
    if (!open) return 'done';
    proceed(session, open, asked?.name ?? null);
    return 'done';
  }
  if (!open) {
    noneOfThese(session, text);
    return 'done';
  }
  if (!hasWords(hearing.rest)) return 'more';
  const doubt = session.state.question;
  if (doubt?.kind === 'place' || doubt?.kind === 'meaning' || doubt?.kind === 'overwrite') {
    session.act('unclear');
    return 'more';
  }
  const [unplaced] = hearing.unplaced;
  if (unplaced && unplaced.fields.length <= MAX_PLACES) {
    const { value, text: words, fields } = unplaced;
    session.state.waiting.push({ kind: 'place', service: open.draft.service, open: { value, text: words }, fields });
    return 'more';
  }
  // 我要办低保, while it is being handled.
  if (hearing.about !== null && hearing.about === session.state.active) {
    session.say('continued', { service: session.title(hearing.about) });
    hearing.again = asked?.name ?? null;
    return 'more';
  }
  session.act('unclear');
  if (session.state.question?.kind === 'review') session.say('whatElse');
  if (asked) {
    session.say('notUnderstood', { title: asked.title });
    open.draft.failures[asked.name] = (open.draft.failures[asked.name] ?? 0) + 1;
    session.effect({ type: 'count', what: 'invalid', service: open.draft.service, field: asked.name });
  } else if (!isSteering(text)) session.effect({ type: 'unanswered', text, service: open.draft.service });
  if (asked) proceed(session, open, asked.name);
  else askAgain(session);
  return 'done';
};
