import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './postgres.errors.js';

/** The system user that PostgreSQL runs as when we are root, which PostgreSQL refuses. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Name of the system user that we create when root starts the server and no other user fits. */
const OWN_USER = 'banshi-postgres';

/**
 * Chooses the user for PostgreSQL; `null` means "whoever runs this process".
 *
 * Run by root, the owner of the existing data (or else of the home folder) is kept, so that the same clone
 * may be started by root today and by its owner tomorrow; otherwise a system user of our own is used.
 * @param folders the data folder and the home folder, the more telling first; missing ones are passed over
 */
export function chooseAccount(folders: readonly string[]): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const folder of folders) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0 && hasName(owner.uid)) return { uid: owner.uid, gid: owner.gid };
  }
  const account = findUser(OWN_USER) ?? createUser(OWN_USER) ?? findUser('postgres') ?? findUser('nobody');
  if (account) return account;
  throw new EmbeddedPostgresError(
    'NO_ACCOUNT',
    `PostgreSQL refuses to run as root and the system user ${OWN_USER} could not be created. Create it, start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether `account` can use `path`; asked of the kernel itself, since modes, groups and ACLs all play a part. */
export function canUse(account: Account | null, test: '-x' | '-r', path: string): boolean {
  const options = account ? { uid: account.uid, gid: account.gid } : {};
  return spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...options, cwd: '/', timeout: 10_000 }).status === 0;
}

/** Gives a file that root made to the owner of its folder, so that the owner can start the server the next time. */
export function giveToFolderOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}

function passwdLines(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}

/** `initdb` refuses a user id without a name. */
function hasName(uid: number): boolean {
  return passwdLines().some((fields) => fields[2] === String(uid));
}

function findUser(name: string): Account | null {
  const fields = passwdLines().find((line) => line[0] === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

function createUser(name: string): Account | null {
  const attempts: Array<[string, string[]]> = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]],
  ];
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore', timeout: 20_000 });
    } catch {
      continue;
    }
    const account = findUser(name);
    if (account) return account;
  }
  return null;
}
