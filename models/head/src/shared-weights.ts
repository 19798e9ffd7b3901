import { createHash } from 'node:crypto';
import { chmod, copyFile, link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts weights into a file that every model with the same encoder shares: a hard link to one blob named by its hash, so
 * that each further model adds kilobytes. A blob that is missing or damaged is written anew. Where links cannot be made
 * (another file system, no folder given) the file is a copy.
 */
export async function placeSharedWeights(weights: Uint8Array, path: string, blobDir: string | undefined): Promise<void> {
  if (blobDir === undefined) return writeFile(path, weights);
  const blob = join(blobDir, `${sha256(weights)}.bin`);
  if (!(await holds(blob, weights))) await writeBlob(blob, weights);
  await link(blob, path).catch(() => copyFile(blob, path));
}

async function holds(blob: string, weights: Uint8Array): Promise<boolean> {
  const bytes = await readFile(blob).catch(() => null);
  return bytes !== null && bytes.equals(weights);
}

async function writeBlob(blob: string, weights: Uint8Array): Promise<void> {
  await mkdir(dirname(blob), { recursive: true });
  const half = `${blob}.${process.pid}-${Date.now()}.part`;
  try {
    const file = await open(half, 'wx');
    await file.writeFile(weights);
    await file.sync();
    await file.close();
    // Whoever writes to one model's file would change all of them.
    await chmod(half, 0o444);
    await rename(half, blob);
  } finally {
    await rm(half, { force: true });
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
