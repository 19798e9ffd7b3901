import { DEFAULT_HYPER, type HeadHyper } from '@banshi/head';
import { z } from 'zod';
import { DomainError } from '../../platform/errors/domain-error.js';
import { trainingErrors } from './training.errors.js';

/** Bounds within which a job ends in reasonable time and memory. */
const schema = z.strictObject({
  strengths: z.array(z.number().positive().max(10_000)).min(1).max(10),
  maxEpochs: z.number().int().min(1).max(1_000),
  tolerance: z.number().min(1e-4).max(1),
  slotEpochs: z.number().int().min(1).max(100),
  embeddingSize: z.number().int().min(8).max(1_024),
  maxTableBytes: z.number().int().min(100_000).max(64_000_000),
  maxFalseRejection: z.number().min(0).max(0.5),
}).partial();

/** The hyper-parameters of method `head` that a person gave, checked. */
export function parseHeadHyper(value: unknown): Partial<HeadHyper> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data as Partial<HeadHyper>;
  const reason = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new DomainError(trainingErrors.INVALID_HYPER_PARAMETERS, { field: 'input.hyperParameters', params: { reason: reason.slice(0, 300) }, details: { defaults: DEFAULT_HYPER } });
}
