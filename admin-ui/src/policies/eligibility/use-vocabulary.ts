import type { DictionaryBody, ProfileBody } from '@banshi/bundle';
import { conditionScope, historyVariables, type ProfileField } from '@banshi/policies';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { gql, graphql } from '../../providers/graphql.js';
import { readItemBody } from '../../shared/config/item-body.js';
import type { Variable } from '../../workflows/scope/workflow-scope.js';

const document = gql`query Vocabulary { profiles(skip: 0, take: 200) { items { key } } services(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } } }`;

export interface Vocabulary {
  fields: ProfileField[];
  /** Entries of the dictionaries behind choices, by the dictionary's key. */
  dictionaries: Record<string, { code: string; title: string }[]>;
  services: { key: string; title: string }[];
}
export const noVocabulary: Vocabulary = { fields: [], dictionaries: {}, services: [] };

/** What conditions may read: the drafts of all profiles, with the entries of their choices. */
export function useVocabulary(): { vocabulary: Vocabulary; isPending: boolean } {
  const query = useQuery({ queryKey: ['vocabulary'], queryFn: ({ signal }) => readVocabulary(signal) });
  return { vocabulary: query.data ?? noVocabulary, isPending: query.isPending };
}

async function readVocabulary(signal: AbortSignal): Promise<Vocabulary> {
  const { profiles, services } = await graphql<{ profiles: { items: { key: string }[] }; services: { items: { key: string; title: string }[] } }>(document, {}, signal);
  const bodies = await Promise.all(profiles.items.map(({ key }) => readItemBody<ProfileBody>('profile', key, signal)));
  const fields = bodies.flatMap((read) => read?.body.fields ?? []);
  const keys = [...new Set(fields.flatMap(({ dictionary }) => (dictionary === null ? [] : [dictionary])))];
  const dictionaries = await Promise.all(keys.map((key) => readItemBody<DictionaryBody>('dictionary', key, signal)));
  return { fields, dictionaries: Object.fromEntries(dictionaries.flatMap((read) => (read ? [[read.key, read.body.entries]] : []))), services: services.items };
}

/** The same as the expression field takes it. */
export function useVariables({ fields, dictionaries, services }: Vocabulary): Variable[] {
  const t = useTranslate();
  const scope = conditionScope(fields);
  const options = ({ type, dictionary }: ProfileField) => (type === 'choice' && dictionary !== null ? (dictionaries[dictionary] ?? []).map(({ code, title }) => ({ value: code, title })) : []);
  return [
    ...fields.map((field): Variable => ({ name: field.name, title: field.title, type: scope[field.name]!, from: 'field', options: options(field) })),
    ...Object.entries(historyVariables).map(([name, type]): Variable => ({ name, title: t(`policies.history.${name}`), type, from: 'case', options: services.map(({ key, title }) => ({ value: key, title })) })),
  ];
}
