import type { PolicyBody, PolicyRelation } from '@banshi/bundle';
import { type ValidityState, stateOn } from '@banshi/policies';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { operationFields } from '../shared/operation.js';
import type { Tone } from '../shared/status-chip.js';

export type { PolicyBody, PolicyRelation };

export interface PolicyRow {
  id: string;
  key: string;
  title: string;
  issuer: string;
  level: string;
  number: string;
  region: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  themes: string[];
  clauseCount: number;
  updatedAt: string;
  updatedBy: { name: string } | null;
  published: boolean;
  changed: boolean;
}

export const policiesResource: ResourceDocuments = {
  list: gql`query Policies($skip: Int!, $take: Int!, $sort: SortInput, $filter: PolicyFilter) {
    policies(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id key title issuer level number region effectiveFrom effectiveTo themes clauseCount updatedAt updatedBy { name } published changed } totalItems
    }
  }`,
};

export const policyServicesDocument = gql`query PolicyServiceChoices { services(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } totalItems } }`;
export const policyChoicesDocument = gql`query PolicyChoices { policies(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } totalItems } }`;
export const policyThemesDocument = gql`query PolicyThemes { policyThemes }`;

export interface Proposal {
  type: 'repeals' | 'amends';
  title: string;
  date: string | null;
  start: number;
  end: number;
  policy: string | null;
  isAccepted: boolean;
  setsEnd: boolean;
}
const proposalFields = 'type title date start end policy isAccepted setsEnd';
export const proposalsDocument = gql`query PolicyProposals($key: String!) { policyProposals(key: $key) { ${proposalFields} } }`;
export const acceptProposalDocument = gql`mutation AcceptPolicyProposal($input: AcceptPolicyProposalInput!) { acceptPolicyProposal(input: $input) { ${proposalFields} } }`;
export const importPoliciesDocument = gql`mutation ImportPolicies($input: ImportPoliciesInput!) { importPolicies(input: $input) { ${operationFields} } }`;
export const importOperationDocument = gql`query PolicyImport($id: ID!) { operation(id: $id) { ${operationFields} } }`;

/** Result of an import, as the server writes it. */
export interface PolicyImportResult {
  dryRun: boolean;
  documents: {
    upload: string;
    file: string;
    outcome: 'create' | 'update' | 'keep' | 'refused';
    policy: { key: string; title: string; clauses: number; proposals: number; effectiveFrom: string | null } | null;
    problems: { severity: 'error' | 'warning' | 'info'; code: string; zh: string; en: string }[];
  }[];
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}

export const emptyPolicy = (title: string): PolicyBody => ({
  title,
  issuer: '',
  level: 'normative',
  number: '',
  region: '',
  issuedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  themes: [],
  services: [],
  relations: [],
  clauseValidity: [],
  source: '',
  text: `${title}\n\n第一条 `,
});

/** Today in China, where the day of effect begins. */
export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export const stateToday = ({ effectiveFrom, effectiveTo }: Pick<PolicyBody, 'effectiveFrom' | 'effectiveTo'>): ValidityState => stateOn({ from: effectiveFrom, to: effectiveTo }, today());

export const stateTones: Record<ValidityState, Tone> = { effective: 'good', pending: 'info', expired: 'quiet', unknown: 'notice' };
