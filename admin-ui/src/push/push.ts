import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { operationFields } from '../shared/operation.js';
import type { Tone } from '../shared/status-chip.js';

export type CampaignState = 'SUGGESTED' | 'DISMISSED' | 'ASSESSING' | 'READY' | 'SENDING' | 'SENT' | 'CANCELLED' | 'FAILED';
export type CampaignReach = 'FITS' | 'LIKELY';
export type Verdict = 'fits' | 'unfit' | 'unknown';
export type RecipientState = 'ASSESSED' | 'QUEUED' | 'SENT' | 'SKIPPED';

export const campaignStates: CampaignState[] = ['SUGGESTED', 'READY', 'ASSESSING', 'SENDING', 'SENT', 'CANCELLED', 'FAILED'];
export const stateTones: Record<CampaignState, Tone> = { SUGGESTED: 'notice', DISMISSED: 'quiet', ASSESSING: 'info', READY: 'info', SENDING: 'info', SENT: 'good', CANCELLED: 'quiet', FAILED: 'bad' };

export interface CampaignCounts {
  people: number;
  fits: number;
  unfit: number;
  unknown: number;
  likely: number;
  queued: number;
  sent: number;
  read: number;
  optedOut: number;
  skippedOptedOut: number;
  skippedCapped: number;
  skippedTold: number;
}

export interface CampaignRow {
  id: string;
  policy: string;
  policyTitle: string;
  state: CampaignState;
  isSuggested: boolean;
  isPreview: boolean;
  createdByName: string;
  createdAt: string;
  sentAt: string | null;
  counts: CampaignCounts;
}

export interface Campaign extends CampaignRow {
  reach: CampaignReach;
  message: string;
  operationId: string | null;
  assessedAt: string | null;
  sentByName: string | null;
  reasons: { key: string; title: string; fits: number; unfit: number; unknown: number }[];
  missing: { field: string; title: string; people: number; isConsent: boolean }[];
  deliveries: { channel: string; state: string; count: number }[];
}

export interface RecipientRow {
  id: string;
  label: string;
  verdict: Verdict;
  state: RecipientState;
  reason: string | null;
  readAt: string | null;
  signals: string[];
  conditions: { key: string; title: string; verdict: Verdict | null; missing: string[] }[];
}

export interface PushablePolicy {
  key: string;
  title: string;
  issuer: string;
  effectiveFrom: string | null;
  state: string;
  conditions: string[];
  lastSentAt: string | null;
}

const countFields = 'counts { people fits unfit unknown likely queued sent read optedOut skippedOptedOut skippedCapped skippedTold }';
const rowFields = `id policy policyTitle state isSuggested isPreview createdByName createdAt sentAt ${countFields}`;
const campaignFields = `${rowFields} reach message operationId assessedAt sentByName reasons { key title fits unfit unknown } missing { field title people isConsent } deliveries { channel state count }`;

export const campaignsResource: ResourceDocuments = {
  list: gql`query PushCampaigns($skip: Int!, $take: Int!, $sort: SortInput, $filter: PushCampaignFilter) { pushCampaigns(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${rowFields} } totalItems } }`,
};
export const recipientsResource: ResourceDocuments = {
  list: gql`query PushRecipients($skip: Int!, $take: Int!, $sort: SortInput, $filter: PushRecipientFilter!) {
    pushRecipients(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { id label verdict state reason readAt signals conditions { key title verdict missing } } totalItems }
  }`,
};
export const deliveriesResource: ResourceDocuments = {
  list: gql`query Deliveries($skip: Int!, $take: Int!, $sort: SortInput, $filter: DeliveryFilterInput) {
    deliveries(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { id title topic channel state attempts nextAt sentAt createdAt error { code message } } totalItems }
  }`,
};
export const retryDeliveryDocument = gql`mutation RetryDelivery($id: ID!) { retryDelivery(id: $id) { id state } }`;

export const campaignDocument = gql`query PushCampaign($id: ID!) { pushCampaign(id: $id) { ${campaignFields} } }`;
export const pushOperationDocument = gql`query PushOperation($id: ID!) { operation(id: $id) { ${operationFields} } }`;
export const pushablePoliciesDocument = gql`query PushablePolicies { pushablePolicies { key title issuer effectiveFrom state conditions lastSentAt } }`;
export const createCampaignDocument = gql`mutation CreatePushCampaign($input: CreateCampaignInput!) { createPushCampaign(input: $input) { id } }`;
export const assessCampaignDocument = gql`mutation AssessPushCampaign($id: ID!) { assessPushCampaign(id: $id) { id state } }`;
export const sendCampaignDocument = gql`mutation SendPushCampaign($id: ID!, $input: SendCampaignInput!) { sendPushCampaign(id: $id, input: $input) { id state } }`;
export const dismissCampaignDocument = gql`mutation DismissPushCampaign($id: ID!) { dismissPushCampaign(id: $id) { id state } }`;

/** How many a campaign would tell. */
export const reached = ({ fits, likely }: Pick<CampaignCounts, 'fits' | 'likely'>, reach: CampaignReach): number => fits + (reach === 'LIKELY' ? likely : 0);
