import type { DialogWorld, TurnContext, TurnInput, TurnResult } from './dialog.types.js';
import { chose } from './acts/chose.js';
import { filledForm } from './acts/filled-form.js';
import { handedBack, refused, silence, submitted } from './acts/events.js';
import { opened } from './acts/opened.js';
import { heard } from './acts/heard.js';
import { carryOver } from './state/carry-over.js';
import { repairState } from './state/parse-state.js';
import { Session } from './session.js';
import type { DialogState } from './state/dialog-state.js';

/**
 * One turn of a dialogue: what comes in is answered from the form, its conditions and what was said so far. Pure: the
 * arguments stay as they are, the same ones give the same result, and nothing is thrown, whatever the input.
 */
export function turn(state: DialogState, world: DialogWorld, input: TurnInput, context: TurnContext): TurnResult<DialogState> {
  const session = new Session(repairState(state), world, context);
  session.state.turn += 1;
  try {
    if (session.state.mode === 'waiting' && input.type !== 'handed-back' && input.type !== 'submitted' && input.type !== 'refused') return mute(session, input);
    carryOver(session);
    act(session, input);
    return session.result();
  } catch (error) {
    // A bug, or a bundle that no check let pass: the draft is kept as it was before the turn.
    const fallback = new Session(repairState(state), world, context);
    fallback.state.turn += 1;
    fallback.act('error');
    fallback.trace.acts.push(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
    fallback.say('trouble');
    fallback.offer({ label: fallback.text('person'), payload: 'person' });
    return fallback.result();
  }
}

function act(session: Session, input: TurnInput): void {
  switch (input.type) {
    case 'open':
      return opened(session, input.service ?? null);
    case 'text':
      return heard(session, input.text, input.understanding, input.answer);
    case 'choose':
      return chose(session, input.payload);
    case 'fill':
      return filledForm(session, input.values);
    case 'silence':
      return silence(session);
    case 'submitted':
      return submitted(session, input.number);
    case 'refused':
      return refused(session, input.errors, input.message);
    case 'handed-back':
      return handedBack(session, input.note);
  }
}

/** A person has taken over: the form may still be filled beside the chat, and nothing is said. */
function mute(session: Session, input: TurnInput): TurnResult<DialogState> {
  if (input.type !== 'fill') return session.result();
  filledForm(session, input.values);
  const { state, effects, trace } = session.result();
  return { state: { ...state, mode: 'waiting' }, reply: { blocks: [], quickReplies: [] }, effects: effects.filter(({ type }) => type === 'count'), trace };
}
