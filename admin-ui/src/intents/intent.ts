import type { IntentBody } from '@banshi/bundle';
import { gql, graphql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export type { IntentBody };

export const intentRoles = ['service', 'common', 'out-of-scope'] as const;

export interface IntentRow {
  id: string;
  key: string;
  title: string;
  role: IntentBody['role'];
  service: string | null;
  serviceTitle: string | null;
  parent: string | null;
  /** How many examples it has. */
  utterances: number;
  /** Of the model in use; null where that does not know the intent. */
  f1: number | null;
  /** On how many held-out texts `f1` rests. */
  tested: number | null;
  updatedAt: string;
  published: boolean;
  changed: boolean;
  errors: number;
}

const rowFields = 'id key title role service serviceTitle parent utterances f1 tested updatedAt published changed errors';

export const intentsResource: ResourceDocuments = {
  list: gql`query Intents($skip: Int!, $take: Int!, $sort: SortInput, $filter: IntentFilter) {
    intents(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${rowFields} } totalItems }
  }`,
};

export const newIntent = (title: string): IntentBody => ({ title, description: '', role: 'service', service: null, parent: null, guideline: '' });

const pageSize = 200;

/** Every intent, for the tree and for pickers; a hall has hundreds at most. */
export async function allIntents(signal: AbortSignal): Promise<IntentRow[]> {
  const rows: IntentRow[] = [];
  for (;;) {
    const { intents } = await graphql<{ intents: { items: IntentRow[]; totalItems: number } }>(intentsResource.list!, { skip: rows.length, take: pageSize, sort: { field: 'title', order: 'ASC' }, filter: {} }, signal);
    rows.push(...intents.items);
    if (intents.items.length < pageSize || rows.length >= intents.totalItems) return rows;
  }
}
