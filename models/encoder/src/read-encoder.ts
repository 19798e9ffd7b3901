import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_FILE, canonicalJson, fileSha256 } from '@banshi/artifact';
import { checkDescription } from './check-description.js';
import { EncoderError } from './encoder-error.js';
import { ENCODER_FILES } from './encoder-info.js';
import type { EncoderDescription, EncoderInfo, EncoderManifest } from './encoder-info.js';

/** Every file of a manifest lies in the folder itself. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Reads an encoder folder after comparing every file with its manifest, and returns what the encoder is.
 * @throws EncoderError when the folder is absent, damaged, or of another schema
 */
export async function readEncoder(dir: string): Promise<EncoderInfo> {
  const manifest = await readManifest(dir);
  for (const [name, entry] of Object.entries(manifest.files)) await checkFile(dir, name, entry);
  const description = await readDescription(dir);
  const hash = createHash('sha256').update(canonicalJson({ files: manifest.files })).digest('hex');
  return { ...description, dir, hash, files: manifest.files };
}

async function readManifest(dir: string): Promise<EncoderManifest> {
  const value = await readJson(join(dir, MANIFEST_FILE), MANIFEST_FILE);
  if (!isManifest(value)) throw new EncoderError('invalid', `${MANIFEST_FILE} of ${dir} is not a manifest of schema 1`);
  for (const name of ENCODER_FILES) {
    if (!Object.hasOwn(value.files, name)) throw new EncoderError('damaged', `${MANIFEST_FILE} of ${dir} does not list ${name}`);
  }
  return value;
}

async function checkFile(dir: string, name: string, entry: { sha256: string; bytes: number }): Promise<void> {
  const path = join(dir, name);
  const found = await lstat(path).catch((error: unknown) => {
    throw new EncoderError('damaged', `${name} of ${dir} cannot be read`, { cause: error });
  });
  if (!found.isFile()) throw new EncoderError('damaged', `${name} of ${dir} is not a regular file`);
  if (found.size !== entry.bytes) throw new EncoderError('damaged', `${name} of ${dir} has ${found.size} bytes instead of ${entry.bytes}`);
  if ((await fileSha256(path)) !== entry.sha256) throw new EncoderError('damaged', `${name} of ${dir} was changed`);
}

async function readDescription(dir: string): Promise<EncoderDescription> {
  const value = await readJson(join(dir, 'encoder.json'), 'encoder.json');
  const problems = checkDescription(value);
  if (problems.length > 0) throw new EncoderError('invalid', `encoder.json of ${dir}: ${problems.join('; ')}`);
  return value as EncoderDescription;
}

async function readJson(path: string, name: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new EncoderError('not-found', `${path} cannot be read`, { cause: error });
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new EncoderError('damaged', `${name} is not JSON: ${path}`, { cause: error });
  }
}

function isManifest(value: unknown): value is EncoderManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, files } = value as Partial<EncoderManifest>;
  // Folders of registered base models list their files only.
  if ((schema ?? 1) !== 1 || typeof files !== 'object' || files === null) return false;
  return Object.entries(files).every(([name, entry]) => PLAIN_NAME.test(name) && typeof entry?.sha256 === 'string' && Number.isSafeInteger(entry.bytes));
}
