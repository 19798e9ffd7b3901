import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export const questionKinds = ['UNANSWERED', 'CORRECTED'] as const;
export const questionStates = ['OPEN', 'DONE', 'IGNORED'] as const;

/** Something that the assistant could not answer, or a field that citizens had to correct; masked. */
export interface Question {
  id: string;
  text: string;
  kind: (typeof questionKinds)[number];
  state: (typeof questionStates)[number];
  /** How often. */
  count: number;
  firstAt: string;
  lastAt: string;
  service: { key: string; title: string } | null;
  field: string | null;
  fieldTitle: string | null;
}

export const questionsResource: ResourceDocuments = {
  list: gql`query UnansweredQuestions($skip: Int!, $take: Int!, $sort: SortInput, $filter: QuestionFilter) {
    unansweredQuestions(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { id text kind state count firstAt lastAt service { key title } field fieldTitle } totalItems }
  }`,
};
export const ignoreQuestionsDocument = gql`mutation IgnoreQuestions($ids: [ID!]!) { ignoreQuestions(ids: $ids) }`;
export const reopenQuestionsDocument = gql`mutation ReopenQuestions($ids: [ID!]!) { reopenQuestions(ids: $ids) }`;
export const addQuestionUtteranceDocument = gql`mutation AddQuestionUtterance($id: ID!, $intent: String!, $text: String) { addQuestionUtterance(id: $id, intent: $intent, text: $text) { id } }`;
export const settleQuestionDocument = gql`mutation SettleQuestion($id: ID!, $outcome: String!, $key: String) { settleQuestion(id: $id, outcome: $outcome, key: $key) { id } }`;
