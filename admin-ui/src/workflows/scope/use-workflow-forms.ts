import type { DictionaryBody, FormBody, ServiceBody } from '@banshi/bundle';
import { dictionaryReferences } from '@banshi/forms';
import { useQuery } from '@tanstack/react-query';
import type { ConfigItem } from '../../providers/config-item/config-item.js';
import { gql, graphql } from '../../providers/graphql.js';
import { noForms, type WorkflowForms } from './workflow-scope.js';

const bodyDocument = gql`query ConfigBody($kind: String!, $key: String!) { configItem(kind: $kind, key: $key) { key title draft { body } } }`;

interface Read<T> {
  key: string;
  title: string;
  draft: { body: T };
}

const bodyOf = async <T>(kind: string, key: string, signal: AbortSignal) => (await graphql<{ configItem: Read<T> | null }>(bodyDocument, { kind, key }, signal)).configItem;

/** The drafts of the services that use a workflow, of the forms that it shows and of the dictionaries behind their fields. */
export function useWorkflowForms(item: ConfigItem, linkedForms: string[]): { all: WorkflowForms; isPending: boolean } {
  const services = [...new Set(item.usedBy.filter(({ kind }) => kind === 'service').map(({ key }) => key))].sort();
  const linked = [...new Set(linkedForms)].sort();
  const query = useQuery({
    queryKey: ['workflowForms', services, linked],
    queryFn: ({ signal }) => readAll(services, linked, signal),
    placeholderData: (previous) => previous,
  });
  return { all: query.data ?? noForms, isPending: query.isPending };
}

async function readAll(services: string[], linked: string[], signal: AbortSignal): Promise<WorkflowForms> {
  const readServices = await Promise.all(services.map((key) => bodyOf<ServiceBody>('service', key, signal)));
  const known = readServices.flatMap((service) => (service ? [{ key: service.key, title: service.title, form: service.draft.body.form }] : []));
  const formKeys = [...new Set([...known.flatMap(({ form }) => (form === null ? [] : [form])), ...linked])];
  const forms = await Promise.all(formKeys.map((key) => bodyOf<FormBody>('form', key, signal)));
  const bodies = Object.fromEntries(forms.flatMap((form) => (form ? [[form.key, form.draft.body]] : [])));
  const dictionaryKeys = [...new Set(Object.values(bodies).flatMap((form) => dictionaryReferences(form).map(({ key }) => key)))];
  const dictionaries = await Promise.all(dictionaryKeys.map((key) => bodyOf<DictionaryBody>('dictionary', key, signal)));
  return {
    services: known,
    forms: bodies,
    dictionaries: Object.fromEntries(dictionaries.flatMap((read) => (read ? [[read.key, read.draft.body.entries.map(({ code, title }) => ({ value: code, title }))]] : []))),
  };
}
