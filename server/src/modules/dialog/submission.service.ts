import type { Effect, TurnInput } from '@banshi/dialog';
import type { FieldError } from '@banshi/forms';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { SubmissionsService } from '../cases/submissions.service.js';
import { dialogErrors } from './dialog.errors.js';
import type { Caller } from './dialog.types.js';

type Submit = Extract<Effect, { type: 'submit' }>;
export type SubmissionOutcome = Extract<TurnInput, { type: 'submitted' | 'refused' }>;

/** Hands what a dialogue has collected over to the same validation and the same cases as a form. */
@Injectable()
export class DialogSubmissionService {
  constructor(private readonly submissions: SubmissionsService) {}

  /**
   * Inside the transaction of its turn: either both are there or neither, whenever the process ends. A refusal undoes what the
   * attempt has written and leaves the turn standing. The key makes one case of a turn that is taken twice.
   */
  async submit(tx: RequestContext, session: { id: string; bundle: string }, caller: Caller, effect: Submit): Promise<SubmissionOutcome> {
    const { applicant } = caller;
    if (applicant === null) return refusal(new DomainError(dialogErrors.SIGN_IN_TO_SUBMIT), tx);
    await tx.manager.query('SAVEPOINT dialog_submission');
    try {
      const { number } = await this.submissions.submit(tx, { bundle: session.bundle, service: effect.service, data: effect.data, applicant, idempotencyKey: `${session.id}:${effect.key}`, realm: caller.realm });
      await tx.manager.query('RELEASE SAVEPOINT dialog_submission');
      return { type: 'submitted', number };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await tx.manager.query('ROLLBACK TO SAVEPOINT dialog_submission');
      return refusal(error.code === commonErrors.FORBIDDEN.code ? new DomainError(dialogErrors.NO_SUBMISSION_HERE) : error, tx);
    }
  }
}

function refusal(error: DomainError, ctx: RequestContext): SubmissionOutcome {
  const { details } = error.facts;
  return { type: 'refused', errors: Array.isArray(details) ? (details as FieldError[]) : [], message: error.text(ctx.language) };
}
