import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../command.js';

/** Shows that a folder is ours, so that a mistyped PAMONG_DATA_DIR is never emptied. */
const MARKER = 'pamong-data.txt';

/**
 * Makes the data folder, or recognises it.
 * @throws CommandError when the folder holds something else, or cannot be written
 */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (!isOurs(folder)) {
      if (readdirSync(folder).length > 0) throw new CommandError(`${folder} holds files that are not Pamong's. Choose another folder with PAMONG_DATA_DIR.`);
      writeFileSync(join(folder, MARKER), 'The data of Pamong: database, files, keys and logs. "npm run reset" empties this folder.\n');
    }
    // PostgreSQL may have to run as another user, who must be able to pass through and to see nothing on the way.
    chmodSync(folder, 0o711);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`The data folder ${folder} cannot be used: ${(error as Error).message}`);
  }
}

/** Whether there is anything to delete. */
export function hasData(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/**
 * Deletes everything in the data folder, not the folder.
 * @throws CommandError when the folder is not ours
 */
export function emptyDataFolder(folder: string): void {
  if (!isOurs(folder)) throw new CommandError(`${folder} does not look like the data of Pamong, so nothing was deleted.`);
  // The marker goes last: what was interrupted can be done again.
  for (const entry of readdirSync(folder).filter((name) => name !== MARKER)) {
    rmSync(join(folder, entry), { recursive: true, force: true, maxRetries: 3 });
  }
  rmSync(join(folder, MARKER));
}

function isOurs(folder: string): boolean {
  return existsSync(join(folder, MARKER));
}
