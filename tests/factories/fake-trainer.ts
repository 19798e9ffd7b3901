import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Behaviour {
  /** Milliseconds of a step. */
  stepMs?: number;
  /** So many times it kills itself, after its first checkpoint. */
  crashes?: number;
  ignoresTerm?: boolean;
  problem?: { code: string; message: string; details?: object };
  nan?: boolean;
  noArtifact?: boolean;
  halfArtifact?: boolean;
  /** The INT8 variant fails its gate. */
  gate?: boolean;
  /** The interpreter lacks PyTorch. */
  broken?: boolean;
  devices?: string[];
}

/** An "interpreter" for BANSHI_PYTHON that stands in for the trainer's process. */
export class FakeTrainer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'banshi-fake-python-'));
  readonly path = join(this.folder, 'python.mjs');

  constructor() {
    copyFileSync(fileURLToPath(new URL('./fake-trainer/python.mjs', import.meta.url)), this.path);
    chmodSync(this.path, 0o755);
  }

  /** How it is to behave from its next start on. */
  behave(behaviour: Behaviour): void {
    for (const name of readdirSync(this.folder).filter((file) => file.endsWith('.count'))) rmSync(join(this.folder, name));
    writeFileSync(join(this.folder, 'behaviour.json'), JSON.stringify(behaviour));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
