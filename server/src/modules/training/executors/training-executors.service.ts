import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { trainingErrors } from '../training.errors.js';
import { LocalExecutor } from './local/local-executor.js';
import { RayExecutor } from './ray/ray-executor.js';
import type { ExecutorKey, TrainingDevice, TrainingExecutor } from './training-executor.js';

/** Every place where the Python trainer can run. */
@Injectable()
export class TrainingExecutorsService {
  private readonly executors: readonly TrainingExecutor[];

  constructor(local: LocalExecutor, ray: RayExecutor) {
    this.executors = [local, ray];
  }

  list(): readonly TrainingExecutor[] {
    return this.executors;
  }

  get(key: ExecutorKey): TrainingExecutor {
    const executor = this.executors.find((candidate) => candidate.key === key);
    if (!executor) throw new Error(`no executor ${key}`);
    return executor;
  }

  /** Refuses what is known beforehand not to run: better now than after a night in the queue. */
  async checkAvailable(key: ExecutorKey, device: TrainingDevice): Promise<void> {
    const { problem, devices } = await this.get(key).state();
    if (problem) throw new DomainError(problem.definition, { ...problem.facts, field: 'input.executor' });
    if (device === 'cuda' && !devices.includes('cuda')) throw new DomainError(trainingErrors.NO_CUDA, { field: 'input.device', params: { executor: key } });
  }
}
