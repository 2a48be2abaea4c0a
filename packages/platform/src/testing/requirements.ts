import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something of the machine that some tests cannot do without. */
export interface Requirement {
  readonly met: boolean;
  /** Why the tests are left out, for the summary of `npm test`: "queue on Redis: no redis-server on this machine". */
  readonly otherwise: string;
}

/**
 * Jest's `describe` for tests that need something which a bare machine may lack. Without it the group is skipped and the
 * summary says why.
 */
export function describeWhere(requirement: Requirement, name: string, tests: () => void): void {
  if (requirement.met) describe(name, tests);
  // The one place that may skip: the reason travels in the name, where the summary finds it.
  else describe.skip(`${name} (skipped: ${requirement.otherwise})`, tests);
}

/** The full path of the first of these programs that is on the path, or null. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not here
      }
    }
  }
  return null;
}

/** A requirement that one of these programs is on the path. */
export function program(purpose: string, ...names: readonly string[]): Requirement {
  return { met: findProgram(...names) !== null, otherwise: `${purpose}: no ${names.join(' or ')} on this machine` };
}
