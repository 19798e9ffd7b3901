import type { Session } from '../session.js';
import { askAgain } from './ask-again.js';
import { blankClause, restClauses, type Behaviour } from './hearing.js';
import { hasWords, says } from './phrases.js';

/** Insults before a person is offered. */
const PATIENCE = 2;

/** Greetings, thanks and insults beside what was asked. Where nothing else is said, the open question comes again. */
export const smallTalk: Behaviour = (session, hearing) => {
  let spoke = false;
  for (const clause of restClauses(hearing)) {
    const { text } = clause;
    if (says(text, 'greeting')) session.say('hello');
    else if (says(text, 'thanks')) session.say('thanks');
    else if (says(text, 'bye')) session.say('bye');
    else if (says(text, 'abilities')) session.say('abilities');
    else if (says(text, 'abuse')) calm(session);
    else continue;
    spoke = true;
    session.act('small-talk');
    blankClause(hearing, clause);
  }
  if (!spoke || hasWords(hearing.rest)) return 'more';
  if (!says(hearing.text, 'bye')) askAgain(session);
  return 'done';
};

function calm(session: Session): void {
  session.state.abuse += 1;
  session.act('abuse');
  session.say('calm');
  if (session.state.abuse >= PATIENCE) session.offer({ label: session.text('person'), payload: 'person' });
}
