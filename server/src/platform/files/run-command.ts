import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Last lines of both outputs, in the order in which they came. */
  tail: string[];
}

export interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
  onLine?: (line: string, from: 'stdout' | 'stderr') => void;
  /** Told once the process is there. */
  onStart?: (child: ChildProcess) => void;
  /** Time between asking it to end and ending it. */
  graceMs?: number;
}

const tailLines = 40;
const maxLine = 8_000;

/**
 * Runs a program in a process group of its own and resolves when it and its outputs have ended. An aborted signal or a
 * time-out asks the whole group to end (SIGTERM) and makes it (SIGKILL). Rejects where the program cannot be started.
 */
export function runCommand(program: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    const settings: SpawnOptions = { cwd: options.cwd, env: options.env ?? process.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] };
    const child = spawn(program, args, settings);
    const tail: string[] = [];
    for (const from of ['stdout', 'stderr'] as const) {
      createInterface({ input: child[from]!, crlfDelay: Infinity }).on('line', (line) => {
        tail.push(line.slice(0, maxLine));
        if (tail.length > tailLines) tail.shift();
        options.onLine?.(line, from);
      });
    }
    let killer: NodeJS.Timeout | undefined;
    const stop = () => {
      if (child.pid === undefined || killer) return;
      signalGroup(child.pid, 'SIGTERM');
      killer = setTimeout(() => signalGroup(child.pid!, 'SIGKILL'), options.graceMs ?? 4_000);
    };
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(stop, options.timeoutMs);
    options.signal?.addEventListener('abort', stop, { once: true });
    const finish = () => {
      clearTimeout(timer);
      clearTimeout(killer);
      options.signal?.removeEventListener('abort', stop);
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('spawn', () => {
      options.onStart?.(child);
      if (options.signal?.aborted) stop();
    });
    // A grandchild may hold the outputs open: what is left of the group goes with its leader.
    child.once('exit', () => child.pid !== undefined && setTimeout(() => signalGroup(child.pid!, 'SIGKILL'), 200).unref());
    child.once('close', (code, signal) => {
      finish();
      resolve({ code, signal, tail });
    });
  });
}

/** Signals every process of a group; one that has gone is no error. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
