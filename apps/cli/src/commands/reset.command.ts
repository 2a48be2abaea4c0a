import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stopLeftOver } from '@pamong/platform/embedded-postgres/postmaster';
import { CommandError, type CommandContext } from '../command.js';
import { emptyDataFolder, hasData } from '../start/data-folder.js';
import { readStartSettings } from '../start/settings.js';
import { StartLock } from '../start/start-lock.js';

/** `pamong reset`, behind `npm run reset`: deletes the data folder's contents, after a question. */
export async function reset({ root, args }: CommandContext): Promise<number> {
  const { config, ownDatabase } = readStartSettings(false);
  const folder = config.dataDir;
  const shown = relative(root, folder) || folder;
  if (ownDatabase) console.log('DATABASE_URL names a database of your own; reset does not touch it.');
  if (!hasData(folder)) {
    console.log(`There is nothing in ${shown}.`);
    return 0;
  }
  const holder = StartLock.holder(folder);
  if (holder !== null) throw new CommandError(`Pamong is running with this data (process ${holder.pid}). Stop it first.`);
  if (!args.includes('--yes') && !(await confirmed(shown))) {
    console.log('Nothing was deleted.');
    return 1;
  }
  await stopLeftOver(join(folder, 'postgres', 'cluster'));
  emptyDataFolder(folder);
  console.log(`Everything in ${shown} was deleted. The next npm start begins anew.`);
  return 0;
}

async function confirmed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CommandError(`This deletes everything in ${folder}. Without a terminal to ask, say so: npm run reset -- --yes`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`Delete everything in ${folder}: people, courses, files, certificates, keys? (yes/no) `);
    return ['yes', 'y', 'ya'].includes(answer.trim().toLowerCase());
  } finally {
    terminal.close();
  }
}
