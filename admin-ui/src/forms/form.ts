import { emptyForm } from '@banshi/forms';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export interface FormRow {
  id: string;
  key: string;
  title: string;
  fieldCount: number;
  updatedAt: string;
  updatedBy: { name: string } | null;
  published: boolean;
  changed: boolean;
  /** Keys of the services that use it. */
  services: string[];
}

export const formsResource: ResourceDocuments = {
  list: gql`query Forms($skip: Int!, $take: Int!, $sort: SortInput, $filter: FormFilter) {
    forms(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id key title fieldCount updatedAt updatedBy { name } published changed services } totalItems
    }
  }`,
};

/** What the pickers of the editor offer. */
export const slotChoicesDocument = gql`query SlotChoices { slots(skip: 0, take: 200, sort: { field: "key", order: ASC }) { items { id key title type } } }`;
export const dictionaryChoicesDocument = gql`query DictionaryChoices { dictionaries(skip: 0, take: 200, sort: { field: "key", order: ASC }) { items { id key title entryCount } } }`;

export const newForm = (sectionTitle: string) => (title: string) => emptyForm(title, sectionTitle);
