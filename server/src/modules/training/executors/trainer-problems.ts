import { DomainError, type ErrorDefinition } from '../../../platform/errors/domain-error.js';
import { trainingErrors as E } from '../training.errors.js';
import type { TrainerLine } from './trainer-line.js';

/** What a person can do about each problem that the trainer names. */
const byCode: Record<string, ErrorDefinition> = {
  'empty-set': E.TRAINING_SET_EMPTY,
  'one-class': E.ONE_INTENT_ONLY,
  'too-few': E.TOO_FEW_UTTERANCES,
  'all-texts-equal': E.ALL_TEXTS_EQUAL,
  'span-outside': E.BAD_UTTERANCE,
  'spans-overlap': E.BAD_UTTERANCE,
  'unknown-label': E.BAD_UTTERANCE,
  'base-not-found': E.BASE_UNREADABLE,
  'base-unsafe': E.BASE_UNREADABLE,
  'base-corrupt': E.BASE_UNREADABLE,
  'checkpoint-corrupt': E.CHECKPOINT_CORRUPT,
  'loss-not-finite': E.LOSS_NOT_FINITE,
  'out-of-memory': E.OUT_OF_MEMORY,
  'disk-full': E.DISK_FULL,
  'parity-failed': E.PARITY_FAILED,
  'dependency-missing': E.PYTHON_INCOMPLETE,
};

export function toProblem({ code, message, details }: Extract<TrainerLine, { type: 'problem' }>): DomainError {
  const params: Record<string, string | number> = { reason: message.slice(0, 500) };
  for (const [name, value] of Object.entries(details ?? {})) if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  return new DomainError(byCode[code] ?? E.TRAINER_FAILED, { params, details: { problem: code, ...details } });
}
