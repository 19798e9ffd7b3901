import type { DictionaryEntry, IntentBody, ServiceBody, SlotBody } from '@banshi/bundle';
import { compileForm, type FormBody, type StepAccess } from '@banshi/forms';
import type { DialogWorld } from '../dialog.types.js';

export interface WorldContents {
  bundle?: string;
  services: Record<string, ServiceBody>;
  forms: Record<string, FormBody>;
  /** What the applicant may do with a service's form; all may be edited where nothing is said. */
  access?: Record<string, StepAccess>;
  intents?: Record<string, IntentBody>;
  slots?: Record<string, SlotBody>;
  dictionaries?: Record<string, DictionaryEntry[]>;
}

/** A bundle as a dialogue sees it, out of plain contents. */
export function worldOf(contents: WorldContents): DialogWorld {
  const dictionaries = new Map(Object.entries(contents.dictionaries ?? {}).map(([key, entries]) => [key, new Set(entries.filter(({ disabled }) => !disabled).map(({ code }) => code))]));
  const forms = new Map(
    Object.entries(contents.services).flatMap(([service, { form, online }]) => {
      const body = form === null || !online ? undefined : contents.forms[form];
      return body && form !== null ? [[service, { key: form, body, access: contents.access?.[service] ?? { access: {}, default: 'edit' as const }, validator: compileForm(body, { dictionaries: (key) => dictionaries.get(key) }) }]] : [];
    }),
  );
  const own = <T>(record: Record<string, T> | undefined, key: string): T | null => (record && Object.hasOwn(record, key) ? record[key]! : null);
  return {
    bundle: contents.bundle ?? 'bundle-1',
    serviceKeys: () => Object.keys(contents.services),
    service: (key) => own(contents.services, key),
    form: (service) => forms.get(service) ?? null,
    intent: (key) => own(contents.intents, key),
    slot: (key) => own(contents.slots, key),
    dictionary: (key) => own(contents.dictionaries, key) ?? [],
  };
}
