import { accessOf } from '@banshi/forms';
import { put, errorOf, isShown, settle, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import { qualifierOf } from '../form/field-names.js';
import { materialsFor } from '../replying/materials.js';
import type { Session } from '../session.js';
import { titlesOf } from '../state/carry-over.js';
import { newDraft } from '../state/dialog-state.js';

/** Begins a service's form, or goes on with it; another one that is open is kept for afterwards. False where there is no form. */
export function startService(session: Session, service: string): OpenForm | null {
  const { state, world } = session;
  state.topic = service;
  state.queue = state.queue.filter((key) => key !== service);
  const before = state.active;
  if (before !== null && before !== service) {
    state.queue = [before, ...state.queue.filter((key) => key !== before)];
    session.say('switched', { service: session.title(service), before: session.title(before) });
    session.act('switch');
  }
  const form = world.form(service);
  if (!form) {
    sayOffline(session, service);
    return null;
  }
  state.active = service;
  state.waiting = [];
  state.question = null;
  const known = state.drafts[service];
  if (known && known.stage !== 'sent') {
    if (before !== service && before === null) session.say('continued', { service: session.title(service) });
    return session.open(service);
  }
  state.drafts[service] = newDraft(service, form.key, state.turn);
  if (before === null || before === service) session.say('started', { service: session.title(service) });
  session.effect({ type: 'count', what: 'started', service, field: null });
  session.act('start');
  const open = session.open(service)!;
  open.draft.titles = titlesOf(open);
  fillKnown(session, open);
  return open;
}

/** A service without an online form: what the hall knows about it. */
export function sayOffline(session: Session, service: string): void {
  const body = session.world.service(service);
  if (!body) return;
  session.say('offline', { service: body.title });
  if (body.guide.location) session.say('offlineWhere', { location: body.guide.location.replace(/。$/u, '') });
  if (body.guide.consultPhone) session.say('offlinePhone', { phone: body.guide.consultPhone });
  session.block({ type: 'service', key: service, title: body.title, summary: body.summary, online: false });
  if (body.guide.materials.length > 0) session.block({ type: 'materials', service, items: materialsFor(body.guide.materials, null) });
  session.act('offline');
}

/** What stays the same from one matter to the next: who somebody is and how to reach them. */
const PERSONAL = ['resident-id', 'mobile', 'phone', 'bank-card', 'credit-code'];
const OWN = /^(?:申请人|本人|参保人|当事人|办理人|)$/u;

/** Takes what the hall knows of the citizen and what other forms of this dialogue hold, each validated like typed text. */
function fillKnown(session: Session, open: OpenForm): void {
  const fields = [...open.facts.fields.values()].filter((field) => accessOf(open.form.access, field.name) === 'edit');
  const carried = fillFrom(session, open, fields, (field) => carriedValue(session, open, field, fields), 'carried');
  const profile = fillFrom(session, open, fields, (field) => profileValue(session, field, fields), 'profile');
  if (carried.length > 0) session.say('carried', { values: carried.join('；') });
  if (profile.length > 0) session.say('prefilled', { values: profile.join('；') });
  settle(open);
}

function fillFrom(session: Session, open: OpenForm, fields: readonly FieldFacts[], valueOf: (field: FieldFacts) => unknown, source: 'carried' | 'profile'): string[] {
  const said: string[] = [];
  for (const field of fields) {
    const value = field.name in open.draft.entries || !isShown(open, field.name) ? null : (valueOf(field) ?? null);
    if (value === null || value === '') continue;
    const error = errorOf(open, field.name, value);
    if (error) {
      session.say('problemPlain', { message: error.message });
      session.effect({ type: 'count', what: 'invalid', service: open.draft.service, field: field.name });
      continue;
    }
    put(open.draft, field.name, { value, text: null, source });
    session.effect({ type: 'count', what: 'prefilled', service: open.draft.service, field: field.name });
    said.push(`${field.title} ${session.show(field, value)}`);
    session.trace.values.push({ field: field.name, slot: field.slot?.key ?? null, kind: field.type, text: '', start: 0, end: 0, value, taken: true, why: source });
  }
  return said;
}

/** The one field of a slot that is the citizen's own. */
function isOwn(field: FieldFacts, fields: readonly FieldFacts[]): boolean {
  const same = fields.filter((other) => other.slot?.key === field.slot?.key && other.type === field.type);
  if (same.length === 1) return true;
  const own = same.filter(({ title }) => OWN.test(qualifierOf(title)));
  return own.length === 1 && own[0] === field;
}

function profileValue(session: Session, field: FieldFacts, fields: readonly FieldFacts[]): unknown {
  const { profile } = session.context;
  if (!field.slot || !Object.hasOwn(profile, field.slot.key) || !isOwn(field, fields)) return null;
  return profile[field.slot.key];
}

function carriedValue(session: Session, open: OpenForm, field: FieldFacts, fields: readonly FieldFacts[]): unknown {
  const isPersonal = PERSONAL.includes(field.type) || field.accepts.includes('person');
  for (const draft of Object.values(session.state.drafts)) {
    const other = draft.service === open.draft.service ? null : session.openDraft(draft);
    if (!other) continue;
    const others = [...other.facts.fields.values()];
    const same = others.find((one) => one.type === field.type && one.title === field.title);
    const bound = isPersonal && field.slot && isOwn(field, fields) ? others.find((one) => one.type === field.type && one.slot?.key === field.slot?.key && isOwn(one, others)) : undefined;
    const source = same && (isPersonal || isSameSlot(same, field)) ? same : bound;
    const value = source ? (draft.entries[source.name]?.value ?? null) : null;
    if (source && value !== null && errorOf(other, source.name, value) === null) return value;
  }
  return null;
}

/** Dates, amounts and free words belong to their matter, even where two forms call them alike. */
function isSameSlot(a: FieldFacts, b: FieldFacts): boolean {
  return a.slot !== null && a.slot.key === b.slot?.key && !['date', 'money', 'number', 'integer', 'textarea', 'boolean', 'table', 'attachment'].includes(a.type);
}
