import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileProblemText, fromFiles, isKindName, type LoadedEntry, type ReadFiles, toFiles } from '@banshi/bundle';
import type { Language } from '../platform/actor/request-context.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { cliErrors } from './cli.errors.js';

const manifest = 'bundle.json';
/** All contents of a province's hall stay far below; more would not fit into memory. */
const maxBytes = 1_073_741_824;

/** Writes the entries as files. The folder may hold an earlier export, whose entries that are no more are removed; other files stay. */
export function writeBundleFolder(folder: string, entries: readonly LoadedEntry[]): void {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, manifest))) throw new DomainError(cliErrors.FOLDER_NOT_EMPTY, { field: 'DIR', params: { path: folder } });
  const files = toFiles(entries);
  for (const path of entryFiles(folder)) if (!files.has(path)) rmSync(join(folder, path));
  // The manifest is the first of the map and written last: a folder that was cut off while written does not pass its check.
  for (const [path, text] of [...files].reverse()) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  }
}

/** Reads an exported folder. Other files beside the kinds' folders, such as a README or `.git`, are none of its business. */
export function readBundleFolder(folder: string): ReadFiles {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new DomainError(cliErrors.FOLDER_MISSING, { field: 'DIR', params: { path: folder } });
  const files = new Map<string, string>();
  const paths = [...(existsSync(join(folder, manifest)) ? [manifest] : []), ...entryFiles(folder)];
  let bytes = 0;
  for (const path of paths) {
    bytes += statSync(join(folder, path)).size;
    if (bytes > maxBytes) throw new DomainError(cliErrors.FOLDER_TOO_LARGE, { field: 'DIR', params: { path: folder, limit: '1 GB' } });
    files.set(path, readFileSync(join(folder, path), 'utf8'));
  }
  return fromFiles(files);
}

/** The entries, or FILES_REFUSED with everything that is wrong with the files. */
export function readWholeBundle(folder: string, language: Language): { bundle: string; entries: LoadedEntry[] } {
  const { bundle, entries, problems } = readBundleFolder(folder);
  const described = problems.map((problem) => ({ file: problem.file, code: problem.code, message: fileProblemText(problem, language) }));
  const [first] = described;
  if (first) throw new DomainError(cliErrors.FILES_REFUSED, { field: first.file, params: { count: described.length, first: `${first.file}: ${first.message}` }, details: { problems: described } });
  return { bundle, entries };
}

function entryFiles(folder: string): string[] {
  const kinds = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && isKindName(entry.name));
  return kinds.flatMap(({ name: kind }) => readdirSync(join(folder, kind), { withFileTypes: true }).flatMap((entry) => (entry.isFile() && entry.name.endsWith('.json') ? [`${kind}/${entry.name}`] : [])));
}
