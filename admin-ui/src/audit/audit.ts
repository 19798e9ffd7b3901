import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';

export interface AuditEntry {
  id: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  /** What the action is called. */
  actionTitle: string;
  targetKind: string;
  targetKey: string;
  /** What the thing is called now; null where it has no name or is gone. */
  targetTitle: string | null;
  detail: Record<string, unknown>;
  ip: string | null;
  /** Number of the batch that seals it. */
  batch: string | null;
}

export interface AuditVerdict {
  isIntact: boolean;
  entries: number;
  batches: number;
  firstBroken: { batch: string; reason: string } | null;
}

export interface AuditStatus {
  entries: number;
  sealed: number;
  unsealed: number;
  lastSealedAt: string | null;
}

export const auditResource: ResourceDocuments = {
  list: gql`query AuditEntries($skip: Int!, $take: Int!, $sort: SortInput, $filter: AuditFilter) {
    auditEntries(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id at actorKind actorId actorName action actionTitle targetKind targetKey targetTitle detail ip batch } totalItems
    }
  }`,
};
/** Actions by code, for the filter. */
export interface AuditAction {
  code: string;
  title: string;
}

export const auditActionsDocument = gql`query AuditActions { auditActions { code title } }`;
export const auditStatusDocument = gql`query AuditStatus { auditStatus { entries sealed unsealed lastSealedAt } }`;
export const verifyAuditDocument = gql`mutation VerifyAudit { verifyAudit { isIntact entries batches firstBroken { batch reason } } }`;
