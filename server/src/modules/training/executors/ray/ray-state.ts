import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is known of a job on the cluster, so that a server that was killed goes on watching it. */
export interface RayState {
  /** Counts the submissions of the job. */
  attempt: number;
  /** Characters of its log that were read. */
  read: number;
}

const fileName = 'ray.json';

export async function readRayState(dir: string): Promise<RayState | null> {
  return readFile(join(dir, fileName), 'utf8').then((text) => JSON.parse(text) as RayState).catch(() => null);
}

export async function writeRayState(dir: string, state: RayState): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, `${fileName}.part`), JSON.stringify(state));
  await rename(join(dir, `${fileName}.part`), join(dir, fileName));
}
