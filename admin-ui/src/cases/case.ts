import type { DictionaryBody } from '@banshi/bundle';
import type { FormBody, FormData, StepAccess } from '@banshi/forms';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export type CaseState = 'RUNNING' | 'INCIDENT' | 'COMPLETED' | 'CANCELLED';
export type TaskState = 'OPEN' | 'CLAIMED' | 'COMPLETED' | 'CANCELLED';

export interface TaskRow {
  id: string;
  title: string;
  state: TaskState;
  rev: number;
  createdAt: string;
  completedAt: string | null;
  outcomeTitle: string | null;
  assignee: { id: string; name: string } | null;
  canClaim: boolean;
  canComplete: boolean;
  case: { id: string; number: string; service: string; serviceTitle: string; applicantName: string; submittedAt: string; isPreview: boolean };
}

export interface CaseRow {
  id: string;
  number: string;
  service: string;
  serviceTitle: string;
  state: CaseState;
  result: string | null;
  applicantName: string;
  submittedAt: string;
  completedAt: string | null;
  isPreview: boolean;
  department: { title: string } | null;
}

export interface Outcome {
  value: string;
  title: string;
  requireComment: boolean;
}

export interface CaseTask {
  id: string;
  element: string;
  title: string;
  state: TaskState;
  rev: number;
  candidateGroups: string[];
  createdAt: string;
  claimedAt: string | null;
  completedAt: string | null;
  assignee: { id: string; name: string } | null;
  outcome: string | null;
  outcomeTitle: string | null;
  comment: string | null;
  outcomes: Outcome[];
  /** What the step may see and change. */
  access: { default: StepAccess['default']; fields: StepAccess['access'] } | null;
  /** The step's form; the service's where it has none of its own. */
  form: FormBody | null;
  canClaim: boolean;
  canComplete: boolean;
}

export interface CaseEvent {
  id: string;
  at: string;
  type: string;
  actor: { kind: string; name: string };
  elementTitle: string | null;
  outcomeTitle: string | null;
  comment: string | null;
  detail: { fields?: string[] } | null;
}

export interface Incident {
  id: string;
  code: string;
  element: string;
  elementTitle: string;
  state: string;
  message: string;
  raisedAt: string;
  resolvedAt: string | null;
}

export interface CasePageData extends CaseRow {
  bundle: string;
  /** Sensitive fields masked. */
  data: FormData;
  /** Masked fields that the person may ask to see. */
  revealable: string[];
  erasedAt: string | null;
  form: FormBody | null;
  dictionaries: Record<string, DictionaryBody | null>;
  canManage: boolean;
  tasks: CaseTask[];
  history: CaseEvent[];
  incidents: Incident[];
  diagram: { bpmn: string; active: string[]; done: string[] };
}

const taskRow = 'id title state rev createdAt completedAt outcomeTitle canClaim canComplete assignee { id name } case { id number service serviceTitle applicantName submittedAt isPreview }';
const caseRow = 'id number service serviceTitle state result applicantName submittedAt completedAt isPreview department { title }';

export const tasksResource: ResourceDocuments = {
  list: gql`query Tasks($skip: Int!, $take: Int!, $sort: SortInput, $filter: TaskFilter) {
    tasks(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${taskRow} } totalItems }
  }`,
};
export const casesResource: ResourceDocuments = {
  list: gql`query Cases($skip: Int!, $take: Int!, $sort: SortInput, $filter: CaseFilter) {
    cases(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${caseRow} } totalItems }
  }`,
};

export const caseDocument = gql`query CasePage($id: ID!) {
  case(id: $id) {
    ${caseRow} bundle data revealable erasedAt form dictionaries canManage
    tasks { id element title state rev candidateGroups createdAt claimedAt completedAt outcome outcomeTitle comment assignee { id name } outcomes { value title requireComment } access form canClaim canComplete }
    history { id at type actor { kind name } elementTitle outcomeTitle comment detail }
    incidents { id code element elementTitle state message raisedAt resolvedAt }
    diagram { bpmn active done }
  }
}`;
export const revealDocument = gql`mutation RevealCaseFields($id: ID!, $fields: [String!]!, $reason: String!) { revealCaseFields(id: $id, fields: $fields, reason: $reason) }`;
export const inboxDocument = gql`query Inbox { inbox { tasks mine open } }`;
export const inboxChangedDocument = gql`subscription InboxChanged { inboxChanged { tasks mine open } }`;
export const claimDocument = gql`mutation ClaimTask($id: ID!, $rev: Int!) { claimTask(id: $id, rev: $rev) { id } }`;
export const releaseTaskDocument = gql`mutation ReleaseTask($id: ID!, $rev: Int!) { releaseTask(id: $id, rev: $rev) { id } }`;
export const completeDocument = gql`mutation CompleteTask($input: CompleteTaskInput!) { completeTask(input: $input) { id } }`;
export const cancelDocument = gql`mutation CancelCase($id: ID!, $reason: String!) { cancelCase(id: $id, reason: $reason) { id } }`;
export const retryDocument = gql`mutation RetryIncident($id: ID!, $data: JSON, $reason: String) { retryIncident(id: $id, data: $data, reason: $reason) { id } }`;
export const taskServicesDocument = gql`query TaskServices { tasks(skip: 0, take: 200) { items { case { service serviceTitle } } } }`;
export const caseServicesDocument = gql`query CaseServices { cases(skip: 0, take: 200) { items { service serviceTitle } } }`;
