import type { PolicyBody } from '@banshi/bundle';
import type { ProfileField, Titles } from '@banshi/policies';
import type { LoadedBundle } from '../release/bundles.service.js';

/** What a bundle knows of applicants: the fields of all its profiles, and names of what they hold. */
export interface Vocabulary {
  fields: readonly ProfileField[];
  field(name: string): ProfileField | null;
  titles: Titles;
  options(field: ProfileField): { code: string; title: string }[];
}

const vocabularies = new WeakMap<LoadedBundle, Vocabulary>();

export function vocabularyOf(bundle: LoadedBundle): Vocabulary {
  const known = vocabularies.get(bundle);
  if (known) return known;
  const fields = bundle.keys('profile').flatMap((key) => bundle.get('profile', key)?.fields ?? []);
  const byName = new Map(fields.map((field) => [field.name, field]));
  const entries = (dictionary: string) => bundle.get('dictionary', dictionary)?.entries ?? [];
  const made: Vocabulary = {
    fields,
    field: (name) => byName.get(name) ?? null,
    titles: {
      entry: (dictionary, code) => entries(dictionary).find((entry) => entry.code === code)?.title ?? null,
      service: (key) => bundle.get('service', key)?.title ?? null,
    },
    options: ({ type, dictionary }) => (type === 'choice' && dictionary !== null ? entries(dictionary).filter(({ disabled }) => !disabled).map(({ code, title }) => ({ code, title })) : []),
  };
  vocabularies.set(bundle, made);
  return made;
}

/** The interests that a policy touches. */
export function interestsOf(key: string, { themes, services, audience }: PolicyBody) {
  return { key, themes: [...new Set([...themes, ...(audience?.themes ?? [])])], services: [...new Set([...services, ...(audience?.services ?? [])])] };
}
