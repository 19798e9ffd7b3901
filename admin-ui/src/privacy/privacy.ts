import { gql } from '../providers/graphql.js';

export interface Holding {
  id: string;
  kind: string;
  kindTitle: string;
  title: string;
  at: string;
  keptBecause: string | null;
  isErased: boolean;
}

export interface DataSubject {
  id: string;
  /** Masked. */
  name: string | null;
  applicantId: string;
  isPreview: boolean;
  confirmBy: 'name' | 'applicantId';
  holdings: Holding[];
}

type Counts = Record<string, number>;

export interface PrivacyRequest {
  id: string;
  kind: 'EXPORT' | 'ERASE';
  state: 'WAITING' | 'DONE';
  subjectDigest: string;
  report: { exported?: Counts; erased?: Counts; kept?: Record<string, Counts>; remaining?: Counts };
  isDownloadable: boolean;
  byName: string;
  at: string;
  finishedAt: string | null;
}

export interface RetentionRule {
  id: string;
  title: string;
  days: number | null;
  defaultDays: number | null;
}

export interface PrivacyKeys {
  masterSource: 'environment' | 'file';
  masterFingerprint: string | null;
  previousMasters: number;
  dataKeys: { id: string; purpose: string; createdAt: string; retiredAt: string | null; records: number; isCurrent: boolean }[];
}

export const findDocument = gql`mutation FindDataSubjects($query: String!) {
  findDataSubjects(query: $query) { id name applicantId isPreview confirmBy holdings { id kind kindTitle title at keptBecause isErased } }
}`;
export const exportDocument = gql`mutation ExportDataSubject($id: ID!) { exportDataSubject(id: $id) { id } }`;
export const eraseDocument = gql`mutation EraseDataSubject($id: ID!, $confirmation: String!) { eraseDataSubject(id: $id, confirmation: $confirmation) { id } }`;
export const requestsDocument = gql`query PrivacyRequests { privacyRequests(skip: 0, take: 20) { items { id kind state subjectDigest report isDownloadable byName at finishedAt } totalItems } }`;
export const retentionDocument = gql`query RetentionRules { retentionRules { id title days defaultDays } }`;
export const setRetentionDocument = gql`mutation SetRetention($kind: String!, $days: Int) { setRetention(kind: $kind, days: $days) { id } }`;
export const keysDocument = gql`query PrivacyKeys { privacyKeys { masterSource masterFingerprint previousMasters dataKeys { id purpose createdAt retiredAt records isCurrent } } }`;
export const rotateDocument = gql`mutation RotateKeys($master: Boolean!) { rotateKeys(master: $master) { id } }`;

/** What is held, by kind, in the order in which the kinds come. */
export function countsOf(holdings: readonly Holding[]): { kind: string; title: string; count: number; kept: number }[] {
  const counts = new Map<string, { kind: string; title: string; count: number; kept: number }>();
  for (const { kind, kindTitle, keptBecause, isErased } of holdings) {
    if (isErased) continue;
    const one = counts.get(kind) ?? { kind, title: kindTitle, count: 0, kept: 0 };
    counts.set(kind, { ...one, count: one.count + 1, kept: one.kept + (keptBecause === null ? 0 : 1) });
  }
  return [...counts.values()];
}

/** All of a report's counts together. */
export const total = (counts: Counts | undefined): number => Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
export const totalKept = (kept: Record<string, Counts> | undefined): number => Object.values(kept ?? {}).reduce((sum, counts) => sum + total(counts), 0);
