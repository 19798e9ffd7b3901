import type { SlotBody } from '@banshi/bundle';
import type { ResourceDocuments } from '../providers/data-provider.js';
import type { UsedBy } from '../providers/config-item/config-item.js';
import { gql } from '../providers/graphql.js';

export type { SlotBody };
export { slotTypes } from '@banshi/bundle';

export interface SlotRow {
  id: string;
  key: string;
  title: string;
  type: SlotBody['type'];
  sensitive: boolean;
  dictionary: string | null;
  fields: UsedBy[];
  /** How many examples mark it. */
  utterances: number;
  updatedAt: string;
  published: boolean;
  changed: boolean;
  errors: number;
}

export const slotsResource: ResourceDocuments = {
  list: gql`query Slots($skip: Int!, $take: Int!, $sort: SortInput, $filter: SlotFilter) {
    slots(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id key title type sensitive dictionary fields { kind key title path role } utterances updatedAt published changed errors } totalItems
    }
  }`,
};

export const newSlot = (title: string): SlotBody => ({ title, description: '', type: 'text', dictionary: null, sensitive: false, guideline: '' });

/** Types whose values are personal data by nature. */
export const personalTypes: readonly SlotBody['type'][] = ['resident-id', 'mobile', 'phone', 'bank-card', 'email', 'plate', 'address', 'person'];
