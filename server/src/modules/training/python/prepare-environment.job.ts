import { Injectable } from '@nestjs/common';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import type { OperationRun } from '../../../platform/jobs/operation-run.js';
import { log } from '../../../platform/logging/log.js';
import { PythonEnvironmentService } from './python-environment.service.js';

export const prepareEnvironmentKind = 'training-environment';

/** Makes the Python environment before somebody needs it. Run again it completes what is there. */
@Injectable()
export class PrepareEnvironmentJob {
  constructor(private readonly python: PythonEnvironmentService) {}

  @OnOperation(prepareEnvironmentKind)
  async run(run: OperationRun): Promise<{ python: string }> {
    if (run.payload['anew'] === true && run.operation.attempts === 1) await this.python.discard();
    return { python: await this.python.ensure({ signal: run.signal, report: (share, step) => run.report(share, step), log: (line) => log.debug({ line }, 'python environment') }) };
  }
}
