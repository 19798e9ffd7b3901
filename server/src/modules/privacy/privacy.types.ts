import type { RequestContext } from '../../platform/actor/request-context.js';

/** What has a key of its own: one case, one conversation, one applicant's answers. Dropping the key destroys all that is sealed under it. */
export interface VaultOwner {
  /** Such as `case` or `dialog`. */
  kind: string;
  id: string;
}

/** A value that only the vault can read. */
export interface Sealed {
  sealed: string;
}

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Sealed>).sealed === 'string' && Object.keys(value).length === 1;
}

/** A person as a hall knows him. */
export interface DataSubject {
  realm: string;
  applicantId: string;
}

export interface Holding {
  id: string;
  /** As people call it: the number of a case, a day. No personal data. */
  title: string;
  at: Date;
  /** Why it cannot be erased yet, such as `running`. */
  keptBecause: string | null;
  isErased: boolean;
}

export interface SubjectFacts extends DataSubject {
  name: string | null;
}

export interface ExportPart {
  /** Path inside the archive. */
  name: string;
  content: { json: unknown } | { blob: string };
}

export interface ErasureReport {
  erased: string[];
  kept: { id: string; reason: string }[];
}

/** What a module holds of persons. Every method may be called by the system only. */
export interface PersonalDataSource {
  /** Such as `case`; the same as the kind of its vault owners. */
  kind: string;
  title: { zh: string; en: string };
  /** Days that it is kept, unless an administrator says otherwise; null for ever. */
  defaultDays: number | null;
  /** All that is there of a person, newest first. */
  holdings(ctx: RequestContext, subject: DataSubject): Promise<Holding[]>;
  /** The realms that know an applicant of this id. */
  realmsOf(ctx: RequestContext, applicantId: string): Promise<string[]>;
  /** Whose these are; what belongs to nobody known is left out. */
  subjectsOf(ctx: RequestContext, ids: readonly string[]): Promise<SubjectFacts[]>;
  /** The person's name as it was given here last, if at all. */
  nameOf(ctx: RequestContext, subject: DataSubject): Promise<string | null>;
  export(ctx: RequestContext, id: string): Promise<ExportPart[]>;
  /** In the caller's transaction; the source calls `VaultService.destroy` itself. */
  erase(ctx: RequestContext, ids: readonly string[]): Promise<ErasureReport>;
  /** Ids of what has ended before that moment and is to be erased. */
  expired(ctx: RequestContext, before: Date, limit: number): Promise<string[]>;
}
