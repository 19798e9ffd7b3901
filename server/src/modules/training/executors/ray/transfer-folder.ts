import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { commonErrors, DomainError } from '../../../../platform/errors/domain-error.js';
import { bytesText } from '../../../../platform/files/free-space.js';
import { zipEntries } from '../../../../platform/files/zip-entries.js';

/** A model of a few hundred million weights with its optimiser. */
const maxBytes = 8_000_000_000;
const maxEntries = 1_000;
/** Names that the trainer's artifact folders may hold; nothing of a cluster is written anywhere else. */
const artifactEntry = /^artifact(-int8|-distilled)?\/[A-Za-z0-9_][\w.-]{0,99}$/;

/** Where what came from or goes to the cluster lies in a job's folder. */
export const transferFolder = (dir: string): string => join(dir, 'remote');
export const transferFile = (dir: string, part: string): string => join(transferFolder(dir), `${part}.zip`);

/** Receives an upload beside its place and moves it there when all of it is on disk. */
export async function receive(content: Readable, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.part`;
  let received = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      received += chunk.length;
      callback(received > maxBytes ? new DomainError(commonErrors.TOO_LARGE, { params: { limit: bytesText(maxBytes) } }) : null, chunk);
    },
  });
  try {
    await pipeline(content, counted, createWriteStream(half));
    const handle = await open(half, 'r');
    await handle.sync();
    await handle.close();
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
}

/** Everything below a folder, as an archive that is written while it is read. */
export async function archiveOf(folder: string): Promise<Readable> {
  const zip = new yazl.ZipFile();
  for (const path of await filesBelow(folder)) zip.addFile(join(folder, path), path);
  zip.end();
  return Readable.from(zip.outputStream);
}

/** Unpacks the models that came back. An entry of any other name is refused. */
export async function unpackArtifacts(file: string, dir: string): Promise<void> {
  for await (const entry of zipEntries(file, { entries: maxEntries, entryBytes: maxBytes, totalBytes: maxBytes })) {
    if (!artifactEntry.test(entry.name)) throw new DomainError(commonErrors.INVALID_INPUT, { params: { reason: entry.name.slice(0, 100) } });
    const target = join(dir, entry.name);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(Readable.from(entry.chunks()), createWriteStream(target));
  }
}

export async function filesBelow(folder: string, within = ''): Promise<string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  const nested = await Promise.all(entries.map((entry) => (entry.isDirectory() ? filesBelow(folder, join(within, entry.name)) : Promise.resolve([join(within, entry.name)]))));
  return nested.flat().sort();
}

export const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);
