import { availableParallelism } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../../platform/configuration/environment.js';
import { OperationCancelled } from '../../../../platform/jobs/operation-run.js';
import { PythonEnvironmentService } from '../../python/python-environment.service.js';
import type { ExecutorState, TrainerTask, TrainingDevice, TrainingExecutor } from '../training-executor.js';
import { Slots } from './slots.js';
import { runTrainer } from './trainer-process.js';

/** Runs the trainer as a child process of this server, one at a time a slot: slots of processors, and one a GPU. */
@Injectable()
export class LocalExecutor implements TrainingExecutor {
  readonly key = 'local';
  readonly title = { zh: '本机', en: 'This machine' };
  private readonly processors: Slots;
  private gpus: Slots | null = null;

  constructor(
    private readonly python: PythonEnvironmentService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {
    this.processors = new Slots(environment.training.slots);
  }

  async state(): Promise<ExecutorState> {
    const devices: TrainingDevice[] = (await this.python.devices()).length > 0 ? ['auto', 'cpu', 'cuda'] : ['auto', 'cpu'];
    return { problem: await this.python.problem(), note: null, devices };
  }

  async run(task: TrainerTask): Promise<Record<string, string | number | boolean | null>> {
    const python = await this.python.ensure({ signal: task.signal, report: (share, step) => task.report(share === null ? null : share * preparingShare, step), log: task.log });
    const gpuCount = task.device === 'cpu' ? 0 : (await this.python.devices()).length;
    if (gpuCount > 0) this.gpus ??= new Slots(gpuCount);
    const slots = gpuCount > 0 ? this.gpus! : this.processors;
    if (!slots.isFree) task.report(null, gpuCount > 0 ? 'waiting-gpu' : 'waiting-cpu');
    const slot = await slots.take(task.signal, task.job.n);
    try {
      if (task.signal.aborted) throw new OperationCancelled();
      const threads = this.environment.training.threads ?? Math.max(Math.floor(availableParallelism() / this.environment.training.slots), 1);
      await task.write(task.dir, { device: gpuCount > 0 ? 'cuda' : task.device === 'auto' ? 'cpu' : task.device, threads, base: task.baseDir, student: task.student });
      await runTrainer(task, { python, threads, gpu: gpuCount > 0 ? slot : null });
      return { device: gpuCount > 0 ? 'cuda' : 'cpu', threads, platform: `${process.platform} ${process.arch}` };
    } finally {
      slots.release(slot);
    }
  }
}

/** Of the whole bar; a training whose environment is there skips it. */
const preparingShare = 0.1;
