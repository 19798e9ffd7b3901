import type { DictionaryBody } from '@banshi/bundle';
import type { FormBody } from '@banshi/forms';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { configItemDocument, type ConfigItem } from '../../providers/config-item/config-item.js';
import { graphql } from '../../providers/graphql.js';
import { dictionaryKeys, type Dictionaries } from './fill-schema.js';

/** The drafts of the dictionaries that a form uses, for pages that show the draft of a form. */
export function useDictionaries(form: FormBody | null): Dictionaries {
  const keys = useMemo(() => (form ? dictionaryKeys(form) : []), [form]);
  return useQueries({
    queries: keys.map((key) => ({
      queryKey: ['configItem', 'dictionary', key],
      queryFn: async () => (await graphql<{ configItem: ConfigItem<DictionaryBody> | null }>(configItemDocument, { kind: 'dictionary', key })).configItem,
      staleTime: 30_000,
    })),
    combine: (results) => Object.fromEntries(results.flatMap(({ data }, index) => (data ? [[keys[index]!, data.draft.body] as const] : []))),
  });
}
