import { spawnSync } from 'node:child_process';

/** What to put before a command to run it as root: nothing for root, sudo when it asks no password; else null. */
export function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore', timeout: 10_000 }).status === 0 ? ['sudo', '-n'] : null;
}

/** Installs Debian packages. @returns {boolean} whether that worked */
export function aptInstall(packages) {
  const prefix = rootPrefix();
  if (prefix === null || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  const apt = (args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 2], timeout: APT_LIMIT_MS }).status === 0;
  };
  return apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...packages]);
}

const APT_LIMIT_MS = 8 * 60_000;
