import { clausesOf, isQuestionText } from '../reading/clauses.js';
import { sayOffline, startService } from '../services/start-service.js';
import { isWish, wantedServices } from '../services/wanted-services.js';
import type { Session } from '../session.js';
import type { Behaviour } from './hearing.js';
import { isSteering } from './phrases.js';

/** More choices than that are no help. */
const MAX_CHOICES = 3;
/** Words that leave what is open and turn to another service, or put one off. */
const TURNING = /(?:先|改|换|转|要|想|需要|帮我|给我|还得|顺便|另外).{0,4}(?:办|申请|申领|领取|报销|登记|开具|预约|注销)|(?:改|换)(?:成|为)?办/u;
const AFTERWARDS = /还(?:要|想|得|需要)|顺便|另外|再(?:办|帮)|以后|然后|接着|之后|办完|也(?:要|想)/u;

/** Which service is wanted: begins it, queues the others aloud, or offers a choice. */
export const wish: Behaviour = (session, hearing) => {
  const { world, context, state } = session;
  const { rest, understanding } = hearing;
  const { sure, unsure } = wantedServices(world, rest, understanding, context.now);
  if (hearing.open) return turnTo(session, hearing, sure);
  const onlyAsks = isQuestionText(rest) && !isWish(rest);
  const [first, ...others] = sure;
  // Who asks how something is done does not do it yet.
  if (onlyAsks && (first !== undefined || (hearing.answer?.source ?? 'none') !== 'none')) {
    state.topic = hearing.answer?.service?.key ?? first ?? state.topic;
    hearing.about = first ?? null;
    return 'more';
  }
  if (first !== undefined) {
    const open = startService(session, first);
    queue(session, others);
    if (!open) {
      nextOf(session);
      return session.active() ? 'more' : 'done';
    }
    hearing.open = open;
    hearing.asked = null;
    state.unclear = 0;
    return 'more';
  }
  if (unsure.length > 0 && (hearing.answer?.source ?? 'none') === 'none') {
    state.unclear += 1;
    if (unsure.length === 1) offerStart(session, unsure[0]!);
    else askWhichService(session, unsure, rest.trim());
    return 'done';
  }
  // 我要办 after an answer about a service means that one.
  if (state.topic && world.service(state.topic) && /^(?:我)?(?:要|想|需要)?(?:现在)?(?:办理?|申请|申领|开始)(?:这个|它|吧|一下)?$/u.test(rest.replace(/[\s，。！!]/gu, ''))) {
    hearing.open = startService(session, state.topic);
    hearing.rest = '';
    return hearing.open ? 'more' : 'done';
  }
  return 'more';
};

/** While a form is open, another service is begun or queued only where the words say so. */
function turnTo(session: Session, hearing: Parameters<Behaviour>[1], sure: readonly string[]): 'done' | 'more' {
  const others = sure.filter((key) => key !== session.state.active);
  hearing.about = others.length === 0 ? (sure[0] ?? null) : null;
  const clause = clausesOf(hearing.rest).find(({ text, isQuestion, isSupposed }) => !isQuestion && !isSupposed && TURNING.test(text));
  const isText = hearing.asked !== null && (hearing.asked.type === 'text' || hearing.asked.type === 'textarea');
  if (others.length === 0 || (!clause && (isText || !isBareTitle(session, hearing.rest, others)))) return 'more';
  if (clause && AFTERWARDS.test(clause.text) && !/先/u.test(clause.text)) {
    queue(session, others);
    hearing.rest = hearing.rest.replace(clause.text, ' '.repeat(clause.text.length));
    return 'more';
  }
  const open = startService(session, others[0]!);
  queue(session, others.slice(1));
  if (!open) return 'more';
  hearing.open = open;
  hearing.asked = null;
  return 'more';
}

function isBareTitle(session: Session, text: string, services: readonly string[]): boolean {
  const plain = text.replace(/[\s，。！!]/gu, '');
  return services.some((key) => session.title(key) === plain);
}

function queue(session: Session, services: readonly string[]): void {
  const { state } = session;
  const added = services.filter((key) => key !== state.active && !state.queue.includes(key));
  if (added.length === 0) return;
  state.queue = [...state.queue, ...added];
  session.act('queue');
  session.say('queued', { services: added.map((key) => session.title(key)).join('”“') });
}

function nextOf(session: Session): void {
  const [next, ...rest] = session.state.queue;
  if (next === undefined) return;
  session.state.queue = rest;
  startService(session, next);
}

export function askWhichService(session: Session, services: readonly string[], text: string): void {
  const some = services.filter((key) => session.world.service(key)).slice(0, MAX_CHOICES);
  if (session.state.unclear > 2) {
    session.say('offerPerson');
    session.offer({ label: session.text('person'), payload: 'person' });
  } else session.say('whichService', { text: [...text].slice(0, 30).join('') });
  session.act('clarify');
  session.offer(...some.map((key) => ({ label: session.title(key), payload: `service:${key}` })), { label: session.text('noneOfThese'), payload: 'none' });
  session.ask({ kind: 'which-service', services: some, text });
}

export function offerStart(session: Session, service: string): void {
  const body = session.world.service(service);
  if (!body) return;
  if (!session.world.form(service)) return sayOffline(session, service);
  session.say('offerStart', { service: body.title });
  session.offer({ label: session.text('startIt', { service: body.title }), payload: `service:${service}` }, { label: session.text('noneOfThese'), payload: 'none' });
  session.ask({ kind: 'start', service });
}

/** None of what was offered: said again in other words, and at the second time by a person. */
export function noneOfThese(session: Session, words: string): void {
  const { state } = session;
  state.question = null;
  state.unclear += 1;
  session.act('none');
  if (words !== '' && !isSteering(words)) session.effect({ type: 'unanswered', text: words, service: null });
  session.say('sayDifferently');
  if (state.unclear >= 2) {
    session.say('offerPerson');
    session.offer({ label: session.text('person'), payload: 'person' });
    session.ask({ kind: 'person' });
  }
}
