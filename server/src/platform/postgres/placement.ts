import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canUse, chooseAccount, giveToFolderOwner, type Account } from './account.js';
import { binariesIn, type PostgresBinaries } from './binaries.js';
import { EmbeddedPostgresError } from './postgres.errors.js';
import type { PostgresLog } from './postgres-log.js';

/** Where this home's PostgreSQL lies and who runs it. */
export interface Placement {
  readonly home: string;
  /** Real path of the data folder; it may not exist yet. */
  readonly dataFolder: string;
  readonly binaries: PostgresBinaries;
  readonly account: Account | null;
  readonly logFile: string;
  readonly passwordFile: string;
}

/** What a home remembers of its PostgreSQL between starts, in `postgres.json`. */
interface HomeRecord {
  readonly home: string;
  readonly dataFolder: string;
  readonly port?: number;
}

/** Where data and binaries go when the user that runs PostgreSQL cannot reach the home. */
const VAR_LIB = '/var/lib';

/**
 * Decides where data and binaries lie. Normally the data is `<home>/postgres` and the binaries stay in
 * node_modules; where root's home is closed to the user that runs PostgreSQL, both go under /var/lib.
 */
export function placePostgres(homeFolder: string, installed: PostgresBinaries, log: PostgresLog): Placement {
  const home = realpathSync(homeFolder);
  const record = readRecord(home);
  const account = chooseAccount([record?.dataFolder ?? join(home, 'postgres'), home]);
  const shelter = join(VAR_LIB, `banshi-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
  const inside = join(home, 'postgres');
  const isOpen = canUse(account, '-x', home);
  const dataFolder = record?.dataFolder ?? (isOpen ? inside : join(shelter, 'postgres'));
  if (dataFolder === inside && !isOpen) {
    throw new EmbeddedPostgresError('NOT_OURS', `The user that runs PostgreSQL can no longer enter ${home}. Open the folders above it with chmod o+x, or move it to where they are open.`);
  }
  if (dataFolder !== inside) {
    mkdirSync(shelter, { recursive: true });
    log.info(`The database lies in ${dataFolder}, because the user that runs PostgreSQL cannot enter ${home}`);
  }
  if (!record) writeRecord({ home, dataFolder });
  return {
    home,
    dataFolder,
    binaries: reachableBinaries(installed, account, shelter, log),
    account,
    logFile: join(home, 'postgres.log'),
    passwordFile: join(home, 'postgres-password'),
  };
}

function reachableBinaries(installed: PostgresBinaries, account: Account | null, shelter: string, log: PostgresLog): PostgresBinaries {
  if (canUse(account, '-x', installed.postgres) && canUse(account, '-r', join(installed.root, 'share'))) return installed;
  const version = createHash('sha256').update(readFileSync(installed.postgres)).digest('hex').slice(0, 12);
  const copy = join(shelter, `bin-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    rmSync(half, { recursive: true, force: true });
    // Links inside stay relative, so that the copy does not point back into the closed folder.
    cpSync(installed.root, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
    log.info(`Copied the PostgreSQL programs to ${copy}, where the user that runs them can read them`);
  }
  return binariesIn(copy);
}

function recordFile(home: string): string {
  return join(home, 'postgres.json');
}

/** @throws EmbeddedPostgresError `HOME_IS_A_COPY` when the record was copied along with a home whose data lies elsewhere */
function readRecord(home: string): HomeRecord | null {
  if (!existsSync(recordFile(home))) return null;
  const record = JSON.parse(readFileSync(recordFile(home), 'utf8')) as HomeRecord;
  if (record.home === home) return record;
  // Moved or copied. Data inside the home came along; data outside it can only belong to one of the two.
  if (record.dataFolder === join(record.home, 'postgres')) return { ...record, home, dataFolder: join(home, 'postgres') };
  if (!existsSync(recordFile(record.home))) return { ...record, home };
  throw new EmbeddedPostgresError(
    'HOME_IS_A_COPY',
    `${home} is a copy of ${record.home}, whose database lies in ${record.dataFolder}. Remove ${recordFile(home)} to start with an empty database.`,
  );
}

function writeRecord(record: HomeRecord): void {
  writePrivately(recordFile(record.home), `${JSON.stringify(record, null, 2)}\n`);
}

export function rememberedPort(place: Pick<Placement, 'home'>): number | null {
  return readRecord(place.home)?.port ?? null;
}

export function rememberPort(place: Placement, port: number): void {
  writeRecord({ home: place.home, dataFolder: place.dataFolder, port });
}

/**
 * The superuser's password: made at random before the data, so that data never exists without it.
 * @throws EmbeddedPostgresError `PASSWORD_LOST` when there is data but no password
 */
export function superuserPassword(place: Placement): string {
  if (existsSync(place.passwordFile)) return readFileSync(place.passwordFile, 'utf8').trim();
  if (existsSync(place.dataFolder)) {
    throw new EmbeddedPostgresError('PASSWORD_LOST', `${place.passwordFile} is missing, but ${place.dataFolder} has data. Put the file back.`);
  }
  const password = randomBytes(24).toString('base64url');
  writePrivately(place.passwordFile, `${password}\n`);
  return password;
}

/** Replaces a file at once or not at all, readable by its owner only. */
function writePrivately(file: string, text: string): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text, { mode: 0o600, flush: true });
  giveToFolderOwner(half);
  renameSync(half, file);
}

/** Gives a file or folder that root made to the user that runs PostgreSQL. */
export function giveTo(account: Account | null, path: string): void {
  if (account && lstatSync(path).uid !== account.uid) chownSync(path, account.uid, account.gid);
}
