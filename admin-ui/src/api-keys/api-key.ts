import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

/** What a hall key may do. */
export const scopes = ['hall.read', 'hall.interpret', 'hall.cases', 'hall.chat', 'hall.push'] as const;

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  channel: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
}

const fields = 'id name prefix scopes channel createdAt lastUsedAt expiresAt revokedAt';

export const apiKeysResource: ResourceDocuments = {
  list: gql`query ApiKeys($skip: Int!, $take: Int!, $sort: SortInput) { apiKeys(skip: $skip, take: $take, sort: $sort) { items { ${fields} } totalItems } }`,
};
export const createApiKeyDocument = gql`mutation CreateApiKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id name } secret } }`;
export const revokeApiKeyDocument = gql`mutation RevokeApiKey($id: ID!) { revokeApiKey(id: $id) { id revokedAt } }`;

export type ApiKeyState = 'active' | 'expired' | 'revoked';
export const stateOf = ({ revokedAt, expiresAt }: ApiKey): ApiKeyState => (revokedAt ? 'revoked' : expiresAt && new Date(expiresAt) < new Date() ? 'expired' : 'active');
