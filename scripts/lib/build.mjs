import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, say } from './console.mjs';
import { inRoot, root } from './paths.mjs';
import { runNode } from './run.mjs';

const SOURCES = ['workflows', 'models', 'migrations', 'server', 'assistant', 'admin-ui', 'nx.json', 'tsconfig.base.json', 'package-lock.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.nx', '.banshi', '.venv', '__pycache__']);
/** What must lie there when the build is said to be up to date. */
const RESULTS = ['server/dist/main.js', 'assistant/dist/assistant.js', 'admin-ui/dist/index.html'];
/** Inside node_modules, so that a fresh installation builds again. */
const stampFile = inRoot('node_modules', '.banshi-build');

/** Builds every package, unless the sources are those of the last complete build. */
export async function ensureBuild() {
  const hash = hashSources();
  if (RESULTS.every((file) => existsSync(inRoot(file))) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  say('正在构建', 'building');
  const code = await runNode([inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'), ...BUILD], { env: NX_ENVIRONMENT, stdio: ['ignore', 2, 2] });
  if (code !== 0) fail('构建失败，详见上文', 'the build failed, see above');
  writeFileSync(stampFile, hash);
}

const BUILD = ['run-many', '-t', 'build', '--parallel=2', '--outputStyle=static'];
/** No daemon, no questions, no plug-in processes: one process that ends when the build does. */
const NX_ENVIRONMENT = { CI: 'true', NX_DAEMON: 'false', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false', NX_NO_CLOUD: 'true' };

/** SHA-256 over paths and contents; times say nothing after a checkout. */
function hashSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap((path) => [...files(path)]).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function* files(path) {
  if (!existsSync(join(root, path))) return;
  const entries = readDirectory(path);
  if (!entries) return void (yield path);
  for (const entry of entries) {
    if (NOT_SOURCES.has(entry.name) || /\.(spec|test)\.tsx?$/.test(entry.name)) continue;
    const child = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* files(child);
    else if (entry.isFile()) yield child;
  }
}

function readDirectory(path) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}
