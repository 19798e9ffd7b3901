import { gql } from '../providers/graphql.js';
import { changeFields, findingFields, type Change, type Finding } from '../providers/config-item/config-item.js';

export type ChannelName = 'hall' | 'sandbox';
export const channelNames: readonly ChannelName[] = ['hall', 'sandbox'];

export interface PlannedItem {
  kind: string;
  key: string;
  title: string;
  change: 'ADDED' | 'CHANGED' | 'REMOVED';
  /** Content that would be published; null for an item that goes. */
  sha256: string | null;
  /** Content that the channel shows. */
  published: string | null;
  changes: Change[];
  byName: string;
  at: string;
  department: { key: string; title: string } | null;
}

export interface ReleasePlan {
  channel: ChannelName;
  baseRev: number;
  items: PlannedItem[];
  findings: Finding[];
  blocking: number;
  warnings: number;
  needsSecondPerson: boolean;
}

export interface Bundle {
  sha256: string;
  n: number;
}

export interface Channel {
  name: ChannelName;
  rev: number;
  bundle: Bundle | null;
}

export interface ConflictingItem {
  kind: string;
  key: string;
  title: string;
  yours: Change[];
  theirs: Change[];
  byName: string;
  at: string;
}

export type RequestState = 'OPEN' | 'PUBLISHED' | 'REJECTED' | 'WITHDRAWN';

export interface ReleaseRequest {
  id: string;
  channel: ChannelName;
  items: { kind: string; key: string; sha256: string | null }[];
  note: string;
  reason: string | null;
  state: RequestState;
  requestedBy: string;
  requestedByName: string;
  requestedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
}

/** What became of an attempt to publish. */
export type PublishResult =
  | { __typename: 'Published'; channel: Channel; bundle: Bundle & { parent: string | null } }
  | { __typename: 'PublishBlocked'; findings: Finding[] }
  | { __typename: 'PublishConflict'; items: ConflictingItem[] }
  | { __typename: 'SecondPersonNeeded'; request: { id: string } };

const planFields = (items: string) => `channel baseRev blocking warnings needsSecondPerson findings { ${findingFields} } items { ${items} }`;
const itemFields = `kind key title change sha256 published byName at department { key title } changes { ${changeFields} }`;
const resultFields = `__typename
  ... on Published { channel { name rev bundle { sha256 n } } bundle { sha256 n parent } }
  ... on PublishBlocked { findings { ${findingFields} } }
  ... on PublishConflict { items { kind key title byName at yours { ${changeFields} } theirs { ${changeFields} } } }
  ... on SecondPersonNeeded { request { id } }`;
const requestFields = 'id channel items { kind key sha256 } note reason state requestedBy requestedByName requestedAt decidedByName decidedAt decisionReason';

/** All that changed, with its differences. */
export const planDocument = gql`query ReleasePlan($channel: String!) { releasePlan(channel: $channel) { ${planFields(itemFields)} } }`;
/** What the contract rules say of some of it. */
export const checkDocument = gql`query CheckRelease($channel: String!, $items: [ItemAddressInput!]!) { releasePlan(channel: $channel, items: $items) { ${planFields('kind key sha256')} } }`;
export const channelDocument = gql`query Channel($name: String!) { channel(name: $name) { name rev bundle { sha256 n } } }`;
export const publishDocument = gql`mutation Publish($input: PublishInput!) { publish(input: $input) { ${resultFields} } }`;
export const requestReleaseDocument = gql`mutation RequestRelease($input: PublishInput!) { requestRelease(input: $input) { id } }`;
export const approveDocument = gql`mutation ApproveRelease($id: ID!) { approveRelease(id: $id) { ${resultFields} } }`;
export const rejectDocument = gql`mutation RejectRelease($id: ID!, $reason: String!) { rejectRelease(id: $id, reason: $reason) { id } }`;
export const withdrawDocument = gql`mutation WithdrawRelease($id: ID!) { withdrawRelease(id: $id) { id } }`;
export const rollBackDocument = gql`mutation RollBack($input: RollBackInput!) { rollBack(input: $input) { channel { name rev bundle { sha256 n } } bundle { sha256 n } } }`;
export const requestsDocument = gql`query ReleaseRequests($skip: Int!, $take: Int!, $filter: ReleaseRequestFilter) {
  releaseRequests(skip: $skip, take: $take, filter: $filter) { items { ${requestFields} } totalItems }
}`;
