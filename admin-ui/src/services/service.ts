import { audiences, serviceTypes, type Guide, type ServiceBody } from '@banshi/bundle';
import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export { audiences, serviceTypes, type Guide, type ServiceBody };

export interface ServiceRow {
  id: string;
  key: string;
  title: string;
  code: string;
  type: string;
  department: { key: string; title: string } | null;
  audience: string[];
  themes: string[];
  online: boolean;
  form: string | null;
  workflow: string | null;
  intents: string[];
  updatedAt: string;
  updatedBy: { name: string } | null;
  published: boolean;
  changed: boolean;
  errors: number;
}

export const servicesResource: ResourceDocuments = {
  list: gql`query Services($skip: Int!, $take: Int!, $sort: SortInput, $filter: ServiceFilter) {
    services(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id key title code type department { key title } audience themes online form workflow intents updatedAt updatedBy { name } published changed errors } totalItems
    }
  }`,
};

export interface Facet {
  value: string;
  title: string | null;
  count: number;
}
export interface Facets {
  types: Facet[];
  departments: Facet[];
  audiences: Facet[];
  themes: Facet[];
}
export const serviceFacetsDocument = gql`query ServiceFacets {
  serviceFacets { types { value title count } departments { value title count } audiences { value title count } themes { value title count } }
}`;

/** What the form and workflow tabs offer to choose from. */
export const formChoicesDocument = gql`query FormChoices($q: String) { choices: forms(skip: 0, take: 50, filter: { q: $q }) { items { id key title } } }`;
export const workflowChoicesDocument = gql`query WorkflowChoices($q: String) { choices: workflows(skip: 0, take: 50, filter: { q: $q }) { items { id key title } } }`;
export const serviceIntentsDocument = gql`query ServiceIntents($service: String!) {
  intents(skip: 0, take: 100, filter: { service: $service }) { items { id key title role utterances f1 tested published changed } }
}`;
export const freeIntentsDocument = gql`query FreeIntents($q: String) { intents(skip: 0, take: 50, filter: { q: $q, role: "service" }) { items { id key title service } } }`;
export const chosenModelDocument = gql`query ChosenModel { configItem(kind: "model", key: "hall") { id draft { body } } }`;
export const tryInterpretDocument = gql`query TryService($text: String!) {
  tryInterpret(text: $text) { intents { key title confidence } outOfScope slots { slot title start end text value valid reason field source } model truncated }
}`;

export interface TriedSlot {
  slot: string;
  title: string;
  start: number;
  end: number;
  text: string;
  value: unknown;
  valid: boolean;
  reason: string | null;
  field: string | null;
}
export interface Tried {
  intents: { key: string; title: string; confidence: number }[];
  outOfScope: boolean;
  slots: TriedSlot[];
  model: string;
  truncated: boolean;
}

export const emptyGuide = (): Guide => ({
  conditions: '',
  materials: [],
  steps: [],
  statutoryLimit: null,
  promisedLimit: null,
  fees: [],
  legalBasis: [],
  location: '',
  hours: '',
  consultPhone: '',
  complaintPhone: '',
  results: [],
  faq: [],
});

export const newService = (type: string, department: string) => (title: string): ServiceBody => ({
  title,
  code: '',
  type: type as ServiceBody['type'],
  department,
  audience: ['person'],
  summary: '',
  themes: [],
  guide: emptyGuide(),
  form: null,
  workflow: null,
  online: false,
});
