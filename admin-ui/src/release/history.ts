import { gql } from '../providers/graphql.js';
import type { Bundle } from './release.js';

export interface ChannelMove {
  id: string;
  rev: number;
  reason: 'publish' | 'roll-back' | 'import';
  note: string;
  byName: string;
  requestedByName: string | null;
  at: string;
  from: Bundle | null;
  to: Bundle & { entryCount: number };
}

export const movesDocument = gql`query ChannelMoves($channel: String!, $skip: Int!, $take: Int!) {
  channelMoves(channel: $channel, skip: $skip, take: $take, sort: { field: "at", order: DESC }) {
    items { id rev reason note byName requestedByName at from { sha256 n } to { sha256 n entryCount } } totalItems
  }
}`;
