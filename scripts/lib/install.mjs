import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fail, say } from './console.mjs';
import { inRoot } from './paths.mjs';
import { run, runNode } from './run.mjs';

const OLDEST_NODE = [20, 19];

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [needMajor, needMinor] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(`需要 Node.js ${OLDEST_NODE.join('.')} 或更新版本，当前为 ${version}`, `Node.js ${OLDEST_NODE.join('.')} or newer is needed, this is ${version}`);
}

/** Installs what package-lock.json names, unless exactly that is installed already. */
export async function ensurePackages() {
  if (isInstalled()) return;
  say('正在安装依赖（首次约一至两分钟）', 'installing packages (a minute or two the first time)');
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { CI: 'true', ...cacheEnvironment() };
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js') ? await runNode([npm, ...flags], { env, stdio: TO_STDERR }) : await run('npm', flags, { env, stdio: TO_STDERR });
  if (code !== 0) fail('依赖安装失败，详见上文', 'npm ci failed, see above');
}

/** npm's own report is progress too, and must not mix with the output of the program that is started afterwards. */
const TO_STDERR = ['ignore', 2, 2];

/** npm writes node_modules/.package-lock.json last, so an interrupted installation does not count. */
function isInstalled() {
  const installedFile = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = readJson(inRoot('package-lock.json')).packages;
  const installed = readJson(installedFile).packages;
  return Object.entries(wanted).every(([path, { version, optional, peer, link, resolved }]) => {
    if (!path.includes('node_modules/') || optional || peer) return true;
    const there = installed[path];
    return there !== undefined && (link ? there.resolved === resolved : there.version === version);
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A user without a writable home folder (a service account) gets npm's cache inside the clone. */
export function cacheEnvironment() {
  if (process.env.npm_config_cache && isWritable(process.env.npm_config_cache)) return {};
  if (isWritable(homedir())) return {};
  const cache = inRoot('.banshi', 'npm-cache');
  mkdirSync(cache, { recursive: true });
  return { npm_config_cache: cache };
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
