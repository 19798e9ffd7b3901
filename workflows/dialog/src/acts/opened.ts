import { proceed } from '../deciding/proceed.js';
import { startService } from '../services/start-service.js';
import type { Session } from '../session.js';
import { askAgain } from './ask-again.js';

/** The chat is opened: anew, from a service's page, or to go on. */
export function opened(session: Session, service: string | null): void {
  session.act('open');
  if (service !== null && session.world.service(service)) {
    const open = session.state.active === service ? session.active() : startService(session, service);
    if (open && session.isSilent) session.say('continued', { service: session.title(service) });
    if (open) proceed(session, open);
    return;
  }
  const open = session.active();
  if (open && session.isSilent) session.say('continued', { service: session.title(open.draft.service) });
  // After a change of the form what it spoils is asked first.
  if (open && session.trace.acts.includes('carry-over')) return proceed(session, open);
  askAgain(session);
}
