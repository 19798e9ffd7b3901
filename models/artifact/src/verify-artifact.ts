import { lstat, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ARTIFACT_FILES, MANIFEST_FILE } from './artifact.types.js';
import type { Manifest } from './artifact.types.js';
import { checkConfig } from './check-config.js';
import { fileSha256, readManifest } from './manifest.js';

export interface Verification {
  ok: boolean;
  problems: string[];
}

/** Checks an artifact folder against its manifest: every file present, unchanged and listed, and `config.json` well-formed. */
export async function verifyArtifact(dir: string): Promise<Verification> {
  const problems: string[] = [];
  let manifest: Manifest;
  try {
    manifest = await readManifest(dir);
  } catch (error) {
    return { ok: false, problems: [`${MANIFEST_FILE} cannot be read: ${(error as Error).message}`] };
  }
  if (manifest.schema !== 1 || typeof manifest.files !== 'object' || manifest.files === null) return { ok: false, problems: [`${MANIFEST_FILE} has an unknown form`] };
  for (const name of ARTIFACT_FILES) if (!(name in manifest.files)) problems.push(`${name} is missing from the manifest`);
  for (const [name, expected] of Object.entries(manifest.files)) problems.push(...(await checkFile(dir, name, expected)));
  for (const name of await readdir(dir)) if (name !== MANIFEST_FILE && !(name in manifest.files)) problems.push(`${name} is not in the manifest`);
  if (problems.length === 0) problems.push(...(await checkConfigFile(dir)));
  return { ok: problems.length === 0, problems };
}

async function checkFile(dir: string, name: string, expected: { sha256: string; bytes: number }): Promise<string[]> {
  if (/[/\\]|^\.\.?$/.test(name)) return [`${name} is not a plain file name`];
  const path = join(dir, name);
  try {
    const stats = await lstat(path);
    if (!stats.isFile()) return [`${name} is not a regular file`];
    if (stats.size !== expected.bytes) return [`${name} has ${stats.size} bytes instead of ${expected.bytes}`];
    return (await fileSha256(path)) === expected.sha256 ? [] : [`${name} was changed: its SHA-256 differs`];
  } catch {
    return [`${name} is missing`];
  }
}

async function checkConfigFile(dir: string): Promise<string[]> {
  try {
    return checkConfig(JSON.parse(await readFile(join(dir, 'config.json'), 'utf8')));
  } catch (error) {
    return [`config.json cannot be read: ${(error as Error).message}`];
  }
}
