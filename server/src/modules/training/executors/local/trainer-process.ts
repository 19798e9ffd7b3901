import { setPriority } from 'node:os';
import { DomainError } from '../../../../platform/errors/domain-error.js';
import { type CommandEnd, runCommand } from '../../../../platform/files/run-command.js';
import { OperationCancelled } from '../../../../platform/jobs/operation-run.js';
import { trainerFolder } from '../../python/python-environment.service.js';
import { trainingErrors } from '../../training.errors.js';
import { parseTrainerLine, type TrainerLine } from '../trainer-line.js';
import { toProblem } from '../trainer-problems.js';
import type { TrainerTask } from '../training-executor.js';
import { endOrphan, removeTrainerPid, writeTrainerPid } from './trainer-pid.js';

/** So often a trainer is started that ends unexpectedly; each time it goes on from its last checkpoint. */
const maxStarts = 3;
/** The trainer writes a checkpoint when asked to end; a cancelled job has ended within five seconds. */
const graceMs = 4_000;
/** Libraries may complain at every step. */
const maxComplaints = 2_000;
/** Below the server, which answers people meanwhile. */
const niceness = 10;

interface TrainerOptions {
  python: string;
  threads: number;
  /** Number of the GPU that it may use; null for none. */
  gpu: number | null;
}

/**
 * Runs `python -m banshi_trainer` in the task's folder until it has ended well, starting it again when it was killed.
 * A trainer that an earlier server left there is ended first. Throws the problem that it names, TRAINER_CRASHED or OperationCancelled.
 */
export async function runTrainer(task: TrainerTask, options: TrainerOptions): Promise<void> {
  if (await endOrphan(task.dir)) task.log('ended the trainer of an earlier server; going on from its last checkpoint');
  for (let start = 1; ; start += 1) {
    if (task.signal.aborted) throw new OperationCancelled();
    const { end, problem, isDone } = await runOnce(task, options);
    if (task.signal.aborted) throw new OperationCancelled();
    if (problem) throw toProblem(problem);
    if (end.code === 0 && isDone) return;
    const reason = reasonOf(end);
    task.log(`the trainer ended unexpectedly: ${reason}`);
    if (start === maxStarts) throw new DomainError(trainingErrors.TRAINER_CRASHED, { params: { attempts: start, reason }, details: { output: end.tail } });
    task.onRestart();
  }
}

async function runOnce(task: TrainerTask, { python, threads, gpu }: TrainerOptions): Promise<{ end: CommandEnd; problem: Extract<TrainerLine, { type: 'problem' }> | null; isDone: boolean }> {
  let problem: Extract<TrainerLine, { type: 'problem' }> | null = null;
  let isDone = false;
  let complaints = 0;
  let noted: Promise<void> = Promise.resolve();
  const onLine = (text: string, from: 'stdout' | 'stderr') => {
    const line = from === 'stdout' ? parseTrainerLine(text) : null;
    if (!line) {
      if (text.trim() !== '' && (complaints += 1) <= maxComplaints) task.log(`${from}: ${text}`);
      return;
    }
    if (line.type === 'problem') problem = line;
    if (line.type === 'done') isDone = true;
    task.onLine(line);
  };
  try {
    const end = await runCommand(python, ['-m', 'banshi_trainer', task.dir], {
      cwd: task.dir,
      env: environmentOf(threads, gpu),
      signal: task.signal,
      graceMs,
      onLine,
      onStart: ({ pid }) => {
        if (pid === undefined) return;
        noted = writeTrainerPid(task.dir, pid);
        lowerPriority(pid);
      },
    });
    await noted;
    return { end, problem: end.code === 2 ? problem : null, isDone };
  } finally {
    await removeTrainerPid(task.dir);
  }
}

/** What the trainer needs of the server's environment, and none of its secrets. */
function environmentOf(threads: number, gpu: number | null): NodeJS.ProcessEnv {
  const passed = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'LD_LIBRARY_PATH', 'CUDA_HOME', 'CUDA_PATH', 'NVIDIA_VISIBLE_DEVICES'];
  return {
    ...Object.fromEntries(passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    PYTHONPATH: trainerFolder(),
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONNOUSERSITE: '1',
    OMP_NUM_THREADS: String(threads),
    OMP_WAIT_POLICY: 'PASSIVE',
    TOKENIZERS_PARALLELISM: 'false',
    // Nothing is fetched while training: what it needs lies in the job's folder.
    HF_HUB_OFFLINE: '1',
    TRANSFORMERS_OFFLINE: '1',
    CUDA_VISIBLE_DEVICES: gpu === null ? '' : String(gpu),
  };
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already, or the system does not let us: it trains all the same.
  }
}

function reasonOf({ code, signal, tail }: CommandEnd): string {
  if (signal === 'SIGKILL') return 'SIGKILL (out of memory?)';
  const last = [...tail].reverse().find((line) => line.trim() !== '' && !line.startsWith('{'));
  return `${signal ?? `exit ${code}`}${last ? `: ${last.slice(0, 300)}` : ''}`;
}
