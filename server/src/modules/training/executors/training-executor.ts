import type { RequestContext } from '../../../platform/actor/request-context.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import type { InBothLanguages } from '../methods/hyper-field.js';
import type { TrainerLine } from './trainer-line.js';

export type ExecutorKey = 'local' | 'ray';
export type TrainingDevice = 'auto' | 'cpu' | 'cuda';

/** Where a training ran. */
export interface TrainingEnvironment {
  executor: ExecutorKey;
  [fact: string]: string | number | boolean | null;
}

export interface ExecutorState {
  /** Why nothing can run there, and what to do; null where something can. */
  problem: DomainError | null;
  /** What is to be known before it is chosen. */
  note: InBothLanguages | null;
  devices: TrainingDevice[];
}

/** A run of the Python trainer, wherever. */
export interface TrainerTask {
  job: { id: string; n: number };
  /** The job's folder on this machine. */
  dir: string;
  /** Folder of the base model; null to begin from nothing. */
  baseDir: string | null;
  /** Folder of the encoder whose shape the student takes; null for no student. */
  student: string | null;
  device: TrainingDevice;
  /** Aborted by a person, by the rule of the group, or while the server drains. */
  signal: AbortSignal;
  /** Whether the job itself was ended, by a person or the rule of its group; else the signal means that this server drains. */
  isStopped(): Promise<boolean>;
  /** Writes `job.json` and the data into a folder; `base` and `student` are their folders as the trainer will see them. */
  write(dir: string, options: { device: TrainingDevice; threads: number; base: string | null; student: string | null }): Promise<void>;
  /** Each line of the trainer, in order. */
  onLine(line: TrainerLine): void;
  /** The trainer was started anew: what it says of steps after its checkpoint replaces what it said before. */
  onRestart(): void;
  log(line: string): void;
  report(progress: number | null, step?: string): void;
  /** Notes what the executor calls the job. */
  noteExternalId(id: string): Promise<unknown>;
  ctx: RequestContext;
}

/**
 * A place where the trainer runs. `run` resolves when the trainer has ended well and its artifact folders lie in
 * `task.dir`; it may be called again after a crash of this server, and then goes on from the last checkpoint. Throws a
 * DomainError for what a person can mend, OperationCancelled when the signal was aborted.
 */
export interface TrainingExecutor {
  key: ExecutorKey;
  title: InBothLanguages;
  state(): Promise<ExecutorState>;
  run(task: TrainerTask): Promise<Record<string, string | number | boolean | null>>;
}
