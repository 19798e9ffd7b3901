import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { DomainError } from '../errors/domain-error.js';
import { fileErrors } from './file.errors.js';

export interface ZipLimits {
  entries: number;
  /** Bytes of one entry and of all together, unpacked; counted while unpacking, whatever the archive says. */
  entryBytes: number;
  totalBytes: number;
}

export interface ZipEntry {
  name: string;
  /** Unpacked chunks. Read it before asking for the next entry. */
  chunks(): AsyncGenerator<Buffer>;
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_048_576)} MB`;
const tooLarge = (limit: string) => new DomainError(fileErrors.ARCHIVE_TOO_LARGE, { params: { limit } });

/** Files of a ZIP archive in its order. Absolute paths, `..`, backslashes, links and encrypted entries are refused. */
export async function* zipEntries(path: string, limits: ZipLimits): AsyncGenerator<ZipEntry> {
  const archive = await open(path);
  let total = 0;
  let count = 0;
  try {
    for (let entry = await next(archive); entry; entry = await next(archive)) {
      count += 1;
      if (count > limits.entries) throw tooLarge(`${limits.entries}`);
      if (entry.fileName.endsWith('/')) continue;
      refuseUnsafe(entry);
      const current = entry;
      yield {
        name: current.fileName,
        async *chunks() {
          let size = 0;
          try {
            for await (const chunk of (await openEntry(archive, current)) as AsyncIterable<Buffer>) {
              size += chunk.length;
              total += chunk.length;
              if (size > limits.entryBytes) throw tooLarge(megabytes(limits.entryBytes));
              if (total > limits.totalBytes) throw tooLarge(megabytes(limits.totalBytes));
              yield chunk;
            }
          } catch (error) {
            throw unreadable(error);
          }
        },
      };
    }
  } catch (error) {
    throw unreadable(error);
  } finally {
    archive.close();
  }
}

function refuseUnsafe(entry: yauzl.Entry): void {
  const name = entry.fileName;
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (isLink || name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..') || name.includes('\u0000')) {
    throw new DomainError(fileErrors.ARCHIVE_PATH_REFUSED, { params: { name: name.replaceAll('\u0000', '').slice(0, 100) } });
  }
}

const unreadable = (error: unknown) =>
  error instanceof DomainError ? error : new DomainError(fileErrors.FILE_UNREADABLE, { params: { reason: error instanceof Error ? error.message.slice(0, 200) : 'ZIP' } });

const open = (path: string) =>
  new Promise<yauzl.ZipFile>((resolve, reject) =>
    // File names are judged by us: yauzl's own refusal would name no stable code.
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: true, strictFileNames: true, validateEntrySizes: true }, (error, archive) => (error ? reject(unreadable(error)) : resolve(archive))),
  );

const next = (archive: yauzl.ZipFile) =>
  new Promise<yauzl.Entry | null>((resolve, reject) => {
    const done = (settle: () => void) => {
      archive.removeListener('entry', onEntry);
      archive.removeListener('end', onEnd);
      archive.removeListener('error', onError);
      settle();
    };
    const onEntry = (entry: yauzl.Entry) => done(() => resolve(entry));
    const onEnd = () => done(() => resolve(null));
    const onError = (error: Error) => done(() => reject(/invalid (relative )?path|absolute path|invalid characters/i.test(error.message) ? new DomainError(fileErrors.ARCHIVE_PATH_REFUSED, { params: { name: error.message.slice(0, 100) } }) : error));
    archive.on('entry', onEntry);
    archive.on('end', onEnd);
    archive.on('error', onError);
    archive.readEntry();
  });

const openEntry = (archive: yauzl.ZipFile, entry: yauzl.Entry) =>
  new Promise<Readable>((resolve, reject) => archive.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))));
