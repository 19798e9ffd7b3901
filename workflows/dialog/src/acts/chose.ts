import { takeValue } from '../deciding/apply-findings.js';
import { proceed } from '../deciding/proceed.js';
import { isShown, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import { startService } from '../services/start-service.js';
import type { Session } from '../session.js';
import { askWhatToChange } from './answer-question.js';
import { askAgain } from './ask-again.js';
import { clearField } from './clear.js';
import { decide } from './decide-value.js';
import { cancelService, dropService, submit } from './finish-service.js';
import { leaveOut, putOff } from './skip.js';
import { editField, goBack, restart, showAll, undo } from './steer.js';
import { handOver } from './to-person.js';
import { noneOfThese } from './wish.js';

/** A button was pressed. One that has lost its ground, such as an old one, changes nothing and the open question comes again. */
export function chose(session: Session, payload: string): void {
  const [name = '', ...rest] = typeof payload === 'string' ? payload.split(':') : [];
  const argument = rest.join(':');
  const open = session.active();
  session.act('choose');
  if (name === 'person') return handOver(session, 'asked', '');
  if (name === 'service') return chooseService(session, argument);
  if (name === 'none') return noneOfThese(session, session.state.question?.kind === 'which-service' ? session.state.question.text : '');
  if (!open || !inForm(session, open, name, argument)) askAgain(session);
}

function chooseService(session: Session, key: string): void {
  if (!session.world.service(key)) return askAgain(session);
  const open = startService(session, key);
  session.state.unclear = 0;
  if (open) proceed(session, open);
}

function inForm(session: Session, open: OpenForm, name: string, argument: string): boolean {
  switch (name) {
    case 'set':
      return setValue(session, open, argument);
    case 'skip':
    case 'later':
      return withField(open, argument, (field) => {
        (name === 'skip' ? leaveOut : putOff)(session, open, field);
        proceed(session, open);
      });
    case 'no-more':
      session.state.question = null;
      return run(() => proceed(session, open));
    case 'clear':
      return withField(open, argument, (field) => {
        clearField(session, open, field);
        proceed(session, open);
      });
    case 'edit':
      return withField(open, argument, (field) => editField(session, open, field.name, 'editing'));
    case 'place':
    case 'meaning':
    case 'yes':
    case 'no':
      return settleDoubt(session, open, name, argument);
    case 'submit':
      return run(() => submit(session, open));
    case 'modify':
      return run(() => askWhatToChange(session, open));
    case 'summary':
      return run(() => showAll(session, open));
    case 'back':
      return run(() => goBack(session, open));
    case 'undo':
      return run(() => undo(session, open));
    case 'restart':
      return run(() => restart(session, open));
    case 'cancel':
      return run(() => cancelService(session, open));
    default:
      return false;
  }
}

function run(step: () => void): true {
  step();
  return true;
}

function withField(open: OpenForm, name: string, step: (field: FieldFacts) => void): boolean {
  const field = open.facts.fields.get(name);
  if (!field || !isShown(open, name)) return false;
  step(field);
  return true;
}

/** `set:FIELD:VALUE`; the value is an option's, or true and false. */
function setValue(session: Session, open: OpenForm, argument: string): boolean {
  const at = argument.indexOf(':');
  const text = argument.slice(at + 1);
  return at > 0 && withField(open, argument.slice(0, at), (field) => {
    const value = field.type === 'boolean' ? text === 'true' : field.type === 'multi-choice' ? [text] : text;
    const applied = { taken: [], failed: [] as string[], questions: [] };
    takeValue(session, open, field, value, { text, why: 'chosen' }, { source: 'said', asked: field.name }, applied);
    proceed(session, open, applied.failed[0] ?? null);
  });
}

function settleDoubt(session: Session, open: OpenForm, name: string, argument: string): boolean {
  const { question } = session.state;
  if (question?.kind === 'cancel') return (name === 'yes' || name === 'no') && run(() => (name === 'yes' ? dropService(session, question.service) : proceed(session, open)));
  if (question?.kind === 'place' && name === 'place') {
    if (argument === '') return leaveDoubt(session, open);
    return question.fields.includes(argument) && run(() => proceed(session, open, decide(session, open, argument, question.open.value, question.open.text)));
  }
  if (question?.kind === 'meaning' && name === 'meaning') {
    if (argument === '') return run(() => ((session.state.question = null), proceed(session, open, question.field)));
    const option = question.options[Number(argument)];
    return option !== undefined && run(() => proceed(session, open, decide(session, open, question.field, option.value, question.text)));
  }
  if (question?.kind !== 'overwrite' || (name !== 'yes' && name !== 'no')) return false;
  if (name === 'yes') return run(() => proceed(session, open, decide(session, open, question.field, question.open.value, question.open.text)));
  session.state.question = null;
  session.say('keptOld');
  return run(() => proceed(session, open));
}

function leaveDoubt(session: Session, open: OpenForm): true {
  session.state.question = null;
  session.say('leftOut');
  proceed(session, open);
  return true;
}
