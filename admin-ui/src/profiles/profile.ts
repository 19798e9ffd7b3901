import type { ProfileBody } from '@banshi/bundle';
import type { ProfileField } from '@banshi/policies';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export type { ProfileBody, ProfileField };

export interface ProfileRow {
  id: string;
  key: string;
  title: string;
  fieldCount: number;
  updatedAt: string;
  updatedBy: { name: string } | null;
  published: boolean;
  changed: boolean;
}

export const profilesResource: ResourceDocuments = {
  list: gql`query Profiles($skip: Int!, $take: Int!, $sort: SortInput, $filter: ProfileFilter) {
    profiles(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { id key title fieldCount updatedAt updatedBy { name } published changed } totalItems }
  }`,
};

export const choicesDocument = gql`query ProfileChoices {
  dictionaries(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } }
  services(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } }
}`;
export interface Choices {
  dictionaries: { items: { key: string; title: string }[] };
  services: { items: { key: string; title: string }[] };
}

export const emptyProfile = (title: string): ProfileBody => ({ title, description: '', fields: [] });

/** A field that is right as it stands, under a name that no other has. */
export function newField(fields: readonly ProfileField[], title: string): ProfileField {
  let n = fields.length + 1;
  while (fields.some(({ name }) => name === `field${n}`)) n += 1;
  return { name: `field${n}`, title, type: 'number', unit: '', dictionary: null, question: '', sensitive: false, sources: [] };
}
