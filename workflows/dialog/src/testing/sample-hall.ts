import { readdirSync, readFileSync } from 'node:fs';
import type { DictionaryBody, IntentBody, ServiceBody, SlotBody } from '@banshi/bundle';
import type { FormBody, StepAccess } from '@banshi/forms';
import type { DialogWorld } from '../dialog.types.js';
import { worldOf } from './world-of.js';

const ROOT = new URL('../../../../server/sample/config/', import.meta.url);

function bodies<T>(kind: string): Record<string, T> {
  const files = readdirSync(new URL(`${kind}/`, ROOT)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(`${kind}/${name}`, ROOT), 'utf8')) as T]));
}

/** Sections that clerks fill. */
const CLERKS = ['review', 'approval'];

/** The hall that comes with the product. */
export function sampleHall(): DialogWorld {
  const forms = bodies<FormBody>('form');
  const services = bodies<ServiceBody>('service');
  const dictionaries = Object.fromEntries(Object.entries(bodies<DictionaryBody>('dictionary')).map(([key, { entries }]) => [key, entries]));
  const access = Object.fromEntries(Object.entries(services).map(([key, { form }]) => [key, accessTo(form === null ? undefined : forms[form])]));
  return worldOf({ services, forms, access, intents: bodies<IntentBody>('intent'), slots: bodies<SlotBody>('slot'), dictionaries });
}

function accessTo(form: FormBody | undefined): StepAccess {
  const hidden = form?.layout.sections.filter(({ key }) => CLERKS.includes(key)).flatMap((section) => section.fields.map(({ field }) => field)) ?? [];
  return { access: Object.fromEntries(hidden.map((field) => [field, 'hidden'])), default: 'edit' };
}
