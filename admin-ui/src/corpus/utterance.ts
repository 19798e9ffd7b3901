import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import type { Span } from '../shared/spans/span.js';

export interface Utterance {
  id: string;
  text: string;
  /** Key of the intent; null while nobody has labelled it. */
  intent: string | null;
  intentTitle: string | null;
  entities: Span[];
  source: string;
  rev: number;
  byName: string;
  at: string;
  updatedAt: string;
}

/** Where utterances come from, in the server's words. */
export const sources = ['manual', 'import', 'sample'] as const;

/** Longest text that the server takes, in code points. */
export const maxTextLength = 2_000;

const fields = 'id text intent intentTitle entities { start end slot } source rev byName at updatedAt';

export const utterancesResource: ResourceDocuments = {
  list: gql`query Utterances($skip: Int!, $take: Int!, $sort: SortInput, $filter: UtteranceFilter) {
    utterances(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${fields} } totalItems }
  }`,
};

export const utteranceDocument = gql`query Utterance($id: ID!) { utterance(id: $id) { ${fields} } }`;
export const createUtteranceDocument = gql`mutation CreateUtterance($input: CreateUtteranceInput!) { createUtterance(input: $input) { id } }`;
export const createUtterancesDocument = gql`mutation CreateUtterances($input: CreateUtterancesInput!) {
  createUtterances(input: $input) { created { id } skipped { text code message } }
}`;
export const updateUtteranceDocument = gql`mutation UpdateUtterance($id: ID!, $input: UpdateUtteranceInput!) { updateUtterance(id: $id, input: $input) { id rev } }`;
export const deleteUtterancesDocument = gql`mutation DeleteUtterances($ids: [ID!]!) { deleteUtterances(ids: $ids) }`;
export const restoreUtterancesDocument = gql`mutation RestoreUtterances($ids: [ID!]!) { restoreUtterances(ids: $ids) }`;

export interface Similar {
  utterance: Pick<Utterance, 'id' | 'text' | 'intent' | 'intentTitle'>;
  /** Share of common trigrams, 0 to 1. */
  similarity: number;
  /** It carries another intent. */
  clash: boolean;
}
export const similarDocument = gql`query SimilarUtterances($text: String!, $intent: String) {
  similarUtterances(text: $text, intent: $intent, take: 6) { utterance { id text intent intentTitle } similarity clash }
}`;

export interface CorpusHealth {
  total: number;
  labelled: number;
  byIntent: { intent: string; count: number }[];
  duplicates: number;
  clashes: number;
}
export const corpusHealthDocument = gql`query CorpusHealth { corpusHealth { total labelled byIntent { intent count } duplicates clashes } }`;
