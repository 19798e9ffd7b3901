import type { ChatTurn } from '@banshi/assistant';
import type { SummaryRow } from '@banshi/dialog';
import { gql } from '../providers/graphql.js';

export type DeskMode = 'ASSISTANT' | 'WAITING' | 'CLERK' | 'ENDED';
export type DeskScope = 'WAITING' | 'MINE' | 'ALL';

export interface DeskRow {
  id: string;
  mode: DeskMode;
  service: { key: string; title: string } | null;
  applicantName: string | null;
  /** Why a person is needed: `asked`, `unclear`… */
  reason: string | null;
  waitingSince: string | null;
  clerk: { id: string; name: string } | null;
  lastText: string | null;
  lastAt: string;
  /** Somebody tries the hall out. */
  isPreview: boolean;
}
export interface DeskConversation extends DeskRow {
  note: string | null;
  turns: ChatTurn[];
  fields: SummaryRow[];
}

const row = `id mode service { key title } applicantName reason waitingSince clerk { id name } lastText lastAt isPreview`;

export const deskDocument = gql`query DeskConversations($scope: DeskScope!, $skip: Int!, $take: Int!) { deskConversations(scope: $scope, skip: $skip, take: $take) { items { ${row} } totalItems } }`;
export const deskConversationDocument = gql`query DeskConversation($id: ID!) { deskConversation(id: $id) { ${row} note turns fields } }`;
export const claimConversationDocument = gql`mutation ClaimConversation($id: ID!) { claimConversation(id: $id) { id mode } }`;
export const answerConversationDocument = gql`mutation AnswerConversation($id: ID!, $text: String!) { answerConversation(id: $id, text: $text) { id mode } }`;
export const handBackDocument = gql`mutation HandBackConversation($id: ID!, $note: String) { handBackConversation(id: $id, note: $note) { id mode } }`;
export const endConversationDocument = gql`mutation EndConversation($id: ID!) { endConversation(id: $id) { id mode } }`;
export const deskChangedDocument = gql`subscription DeskChanged { deskChanged { id mode } }`;
