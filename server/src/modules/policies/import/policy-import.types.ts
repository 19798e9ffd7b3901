import type { DocumentFormat } from './readers/read-document.js';

export interface PolicyImportPayload extends Record<string, unknown> {
  uploads: string[];
  orgUnit: string | null;
  dryRun: boolean;
  /** Org units whose policies the author may write; null for all. */
  scope: string[] | null;
}

/** What became of one file, or for a dry run would become. */
export interface ImportedPolicy {
  upload: string;
  file: string;
  outcome: 'create' | 'update' | 'keep' | 'refused';
  /** Null where the file could not be read. */
  policy: { key: string; title: string; issuer: string; level: string; number: string; effectiveFrom: string | null; effectiveTo: string | null; clauses: number; proposals: number; format: DocumentFormat } | null;
  problems: { severity: 'error' | 'warning' | 'info'; code: string; zh: string; en: string }[];
}

export interface PolicyImportResult {
  dryRun: boolean;
  documents: ImportedPolicy[];
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}
