import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { trainerFolder } from '../../python/python-environment.service.js';
import { filesBelow } from './transfer-folder.js';

/** One time for all files: the same code has the same hash. */
const epoch = new Date('2020-01-01T00:00:00Z');

/** The trainer and the program that runs it on a node, as Ray takes code. */
export async function rayPackage(): Promise<{ name: string; content: Buffer }> {
  const root = trainerFolder();
  const zip = new yazl.ZipFile();
  const names = [...(await filesBelow(root, 'banshi_trainer')).filter((name) => name.endsWith('.py')), 'banshi_remote.py'];
  for (const name of names) zip.addBuffer(await readFile(join(root, name)), name, { mtime: epoch, mode: 0o100644 });
  zip.end();
  const content = await buffer(zip.outputStream);
  return { name: `_ray_pkg_${createHash('sha256').update(content).digest('hex').slice(0, 16)}.zip`, content };
}
