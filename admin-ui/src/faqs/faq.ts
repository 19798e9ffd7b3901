import type { FaqBody } from '@banshi/bundle';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { gql } from '../providers/graphql.js';

export type { FaqBody };

export interface FaqRow {
  id: string;
  key: string;
  title: string;
  services: string[];
  themes: string[];
  validFrom: string | null;
  validTo: string | null;
  wordingCount: number;
  updatedAt: string;
  updatedBy: { name: string } | null;
  published: boolean;
  changed: boolean;
}

export const faqsResource: ResourceDocuments = {
  list: gql`query Faqs($skip: Int!, $take: Int!, $sort: SortInput, $filter: FaqFilter) {
    faqs(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id key title services themes validFrom validTo wordingCount updatedAt updatedBy { name } published changed } totalItems
    }
  }`,
};

export const faqServicesDocument = gql`query FaqServiceChoices { services(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } totalItems } }`;
export const importFaqsDocument = gql`mutation ImportFaqs($input: ImportFaqsInput!) { importFaqs(input: $input) { created updated unchanged problems { line message } } }`;

export interface ServiceChoices {
  services: { items: { key: string; title: string }[] };
}

export interface FaqImport {
  created: number;
  updated: number;
  unchanged: number;
  problems: { line: number; message: string }[];
}

export const emptyFaq = (title: string): FaqBody => ({ title, similar: [], answer: '', services: [], themes: [], validFrom: null, validTo: null, source: '' });
