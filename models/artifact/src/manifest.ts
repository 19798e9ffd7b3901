import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MANIFEST_FILE } from './artifact.types.js';
import type { Manifest, ManifestMeta } from './artifact.types.js';
import { canonicalJson } from './canonical-json.js';

/** SHA-256 of a file's bytes, lower-case hexadecimal, streamed. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The identity of a model version: SHA-256 of the manifest's canonical JSON. */
export function manifestHash(manifest: Manifest): string {
  return createHash('sha256').update(canonicalJson(manifest)).digest('hex');
}

/** Lists and hashes every file of a folder and writes `manifest.json` there. */
export async function writeManifest(dir: string, meta: ManifestMeta): Promise<Manifest> {
  const files: Manifest['files'] = {};
  for (const name of (await readdir(dir)).sort()) {
    if (name === MANIFEST_FILE) continue;
    const path = join(dir, name);
    files[name] = { sha256: await fileSha256(path), bytes: (await stat(path)).size };
  }
  const manifest: Manifest = { schema: 1, ...meta, files };
  await writeFile(join(dir, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Reads `manifest.json` without checking it against the files; see `verifyArtifact`. */
export async function readManifest(dir: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(dir, MANIFEST_FILE), 'utf8')) as Manifest;
}
