import { runCommand } from '../../../platform/files/run-command.js';

/** The oldest that the pinned libraries run on. */
export const minPython = [3, 10] as const;
const candidates = ['python3.12', 'python3.11', 'python3.13', 'python3.10', 'python3', 'python'];
const timeoutMs = 10_000;

const question = 'import sys, importlib.util as u; print(sys.version_info[0], sys.version_info[1], int(bool(u.find_spec("venv") and u.find_spec("ensurepip"))))';

export interface FoundPython {
  program: string;
  hasVenv: boolean;
}

/** A Python of this machine that an environment can be made of; one with venv before one without; null where there is none. */
export async function findPython(programs: readonly string[] = candidates): Promise<FoundPython | null> {
  let without: FoundPython | null = null;
  for (const program of programs) {
    const end = await runCommand(program, ['-I', '-c', question], { timeoutMs }).catch(() => null);
    const answer = end?.code === 0 ? end.tail.at(-1)?.match(/^(\d+) (\d+) ([01])$/) : null;
    if (!answer) continue;
    const [major, minor, venv] = answer.slice(1).map(Number) as [number, number, number];
    if (major !== minPython[0] || minor < minPython[1]) continue;
    if (venv === 1) return { program, hasVenv: true };
    without ??= { program, hasVenv: false };
  }
  return without;
}
