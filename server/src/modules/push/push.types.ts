import type { EligibilityResult, InterestSignal } from '@banshi/policies';

/** The topic of notifications about policies. */
export const policyTopic = 'policy';

export enum CampaignState {
  /** Made by a release; somebody decides whether it becomes one. */
  SUGGESTED = 'SUGGESTED',
  DISMISSED = 'DISMISSED',
  ASSESSING = 'ASSESSING',
  READY = 'READY',
  SENDING = 'SENDING',
  SENT = 'SENT',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}

/** Who is told: those whom all conditions fit, or also those who lack information and have shown an interest. */
export enum CampaignReach {
  FITS = 'FITS',
  LIKELY = 'LIKELY',
}

export enum RecipientState {
  ASSESSED = 'ASSESSED',
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  SKIPPED = 'SKIPPED',
}

export const skipReasons = ['opted-out', 'capped', 'already-told'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** How a condition came out for a recipient. No values: these are read anew by who may see them. */
export interface RecipientCondition {
  key: string;
  verdict: EligibilityResult;
  missing: string[];
  withheld: string[];
}

export type RecipientSignal = InterestSignal;
export type { EligibilityResult };
