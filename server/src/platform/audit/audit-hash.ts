import { canonicalJson, sha256Hex } from '@banshi/bundle';
import type { AuditEntry } from './audit-entry.entity.js';

/** `previous` of the first batch. */
export const genesis = '0'.repeat(64);

/** Hash of a batch; `entries` in id order. Every column that a reader sees goes in, so that none can be altered unseen. */
export function batchHash(n: string, previous: string, entries: readonly AuditEntry[]): string {
  const rows = entries.map((entry) => ({
    id: entry.id,
    at: entry.at.toISOString(),
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    actorName: entry.actorName,
    action: entry.action,
    targetKind: entry.targetKind,
    targetKey: entry.targetKey,
    detail: entry.detail,
    ip: entry.ip,
  }));
  return sha256Hex(canonicalJson({ n, previous, entries: rows }));
}
