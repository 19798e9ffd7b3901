import type { FieldProblem } from './field-problem.js';
import type { FileProblem, FileProblemCode } from './file-problem.js';
import { bundleHash, compare, contentHash } from './hash.js';
import { keyPattern, type KindName } from './kinds/bodies.js';
import { configKinds, isKindName, validateBody } from './kinds/config-kinds.js';
import type { BundleEntry, LoadedEntry } from './view.js';

const manifestPath = 'bundle.json';
const manifestFormat = 'banshi-bundle/1';
/** A hall of ten thousand items with a few files each stays below; more is a mistake or an attack. */
const maxFiles = 100_000;
/** Characters of one file; a content may have 10 MB and indentation at most doubles it. */
const maxFileLength = 20_000_000;

/** `bundle.json`: what the folder holds and what it is called. */
interface Manifest {
  format: string;
  bundle: string;
  entries: (BundleEntry & { schemaVersion: number })[];
}

/** An exported bundle: `kind/key.json` for each entry and `bundle.json`. Only the canonical form of a file counts, so git may reindent it. */
export function toFiles(entries: readonly LoadedEntry[]): Map<string, string> {
  const sorted = [...entries].sort((a, b) => compare(a.kind, b.kind) || compare(a.key, b.key));
  const manifest: Manifest = {
    format: manifestFormat,
    bundle: bundleHash(sorted),
    entries: sorted.map(({ kind, key, sha256 }) => ({ kind, key, sha256, schemaVersion: configKinds[kind].schemaVersion })),
  };
  const files = new Map([[manifestPath, text(manifest)]]);
  for (const { kind, key, body } of sorted) files.set(`${kind}/${key}.json`, text(body));
  return files;
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export interface ReadFiles {
  entries: LoadedEntry[];
  /** Hash of the entries as read. */
  bundle: string;
  problems: FileProblem[];
}

/**
 * Reads an exported folder. Every file is untrusted: what is not a plain `kind/key.json` is refused, not repaired. The
 * folder may be used only when there are no problems.
 */
export function fromFiles(files: ReadonlyMap<string, string>): ReadFiles {
  const problems: FileProblem[] = [];
  const report = (file: string, code: FileProblemCode, params: FileProblem['params'] = {}, field?: FieldProblem) =>
    void problems.push({ file, code, params, ...(field ? { field } : {}) });
  if (files.size > maxFiles) {
    report('', 'too-many-files', { limit: maxFiles });
    return { entries: [], bundle: bundleHash([]), problems };
  }
  const manifest = readManifest(files.get(manifestPath), report);
  const versions = new Map(manifest?.entries.map((entry) => [`${entry.kind}/${entry.key}`, entry.schemaVersion]));
  const found = new Map<string, FoundEntry>();
  for (const [path, content] of [...files].sort(([a], [b]) => compare(a, b))) {
    if (path === manifestPath) continue;
    const entry = readEntry(path, content, (name) => versions.get(name), report);
    if (entry) found.set(`${entry.entry.kind}/${entry.entry.key}`, entry);
  }
  if (manifest) compareWithManifest(manifest, found, files, report);
  const entries = [...found.values()].map(({ entry }) => entry);
  return { entries, bundle: bundleHash(entries), problems };
}

interface FoundEntry {
  entry: LoadedEntry;
  /** Hash of the file's content as it lies there, before it was brought to the current schema version. */
  listedHash: string;
}

type Report = (file: string, code: FileProblemCode, params?: FileProblem['params'], field?: FieldProblem) => void;

function readManifest(content: string | undefined, report: Report): Manifest | null {
  if (content === undefined) {
    report(manifestPath, 'manifest-missing');
    return null;
  }
  const value = parseJson(manifestPath, content, report);
  if (value === undefined) return null;
  if (!isManifest(value)) {
    report(manifestPath, 'manifest-invalid', { format: manifestFormat });
    return null;
  }
  return value;
}

function isManifest(value: unknown): value is Manifest {
  const { format, bundle, entries } = (value ?? {}) as Partial<Record<keyof Manifest, unknown>>;
  return format === manifestFormat && typeof bundle === 'string' && Array.isArray(entries) && entries.every(isListed);
}

function isListed(value: unknown): boolean {
  const { kind, key, sha256, schemaVersion } = (value ?? {}) as Record<string, unknown>;
  return typeof kind === 'string' && typeof key === 'string' && typeof sha256 === 'string' && Number.isInteger(schemaVersion);
}

function readEntry(path: string, content: string, versionOf: (name: string) => number | undefined, report: Report): FoundEntry | null {
  const name = readPath(path, report);
  if (!name) return null;
  const parsed = parseJson(path, content, report);
  if (parsed === undefined) return null;
  const { kind, key } = name;
  const current = configKinds[kind].schemaVersion;
  const version = versionOf(`${kind}/${key}`) ?? current;
  if (version < 1 || version > current) {
    report(path, 'schema-version-unknown', { version, current });
    return null;
  }
  const body = version === current ? parsed : configKinds[kind].upcast(parsed, version);
  const faults = validateBody(kind, body);
  for (const fault of faults) report(path, 'body-invalid', { path: fault.path }, fault);
  if (faults.length > 0) return null;
  const sha256 = contentHash(body);
  return { entry: { kind, key, sha256, body } as LoadedEntry, listedHash: body === parsed ? sha256 : contentHash(parsed) };
}

/** Only `kind/key.json`, letter for letter: no other folders, no `..`, no backslashes, no look-alikes. */
function readPath(path: string, report: Report): { kind: KindName; key: string } | null {
  const match = /^([a-z-]+)\/([^/\\]+)\.json$/.exec(path);
  if (!match) {
    report(path, 'path-refused');
    return null;
  }
  const [, kind, key] = match as unknown as [string, string, string];
  if (!isKindName(kind)) report(path, 'unknown-kind', { kind });
  else if (!keyPattern.test(key)) report(path, 'bad-key', { key });
  else return { kind, key };
  return null;
}

function parseJson(path: string, content: string, report: Report): unknown {
  if (content.length > maxFileLength) {
    report(path, 'file-too-large', { limit: maxFileLength });
    return undefined;
  }
  try {
    return JSON.parse(content.startsWith('\ufeff') ? content.slice(1) : content);
  } catch {
    report(path, 'not-json');
    return undefined;
  }
}

function compareWithManifest(manifest: Manifest, found: ReadonlyMap<string, FoundEntry>, files: ReadonlyMap<string, string>, report: Report): void {
  const listed = new Set<string>();
  for (const { kind, key, sha256 } of manifest.entries) {
    const name = `${kind}/${key}`;
    if (listed.has(name)) report(manifestPath, 'duplicate-entry', { kind, key });
    listed.add(name);
    const actual = found.get(name)?.listedHash;
    if (actual === undefined && !files.has(`${name}.json`)) report(`${name}.json`, 'entry-missing');
    if (actual !== undefined && actual !== sha256) report(`${name}.json`, 'hash-mismatch', { expected: sha256, actual });
  }
  for (const name of found.keys()) if (!listed.has(name)) report(`${name}.json`, 'entry-unlisted');
  const actual = bundleHash([...found.values()].map(({ entry, listedHash }) => ({ ...entry, sha256: listedHash })));
  if (actual !== manifest.bundle) report(manifestPath, 'bundle-hash-mismatch', { expected: manifest.bundle, actual });
}
