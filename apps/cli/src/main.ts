import { ConfigError } from '@pamong/platform/config/config';
import { EmbeddedPostgresError } from '@pamong/platform/embedded-postgres/binaries';
import { type Command, CommandError } from './command.js';

/** Every command; to add one, write `commands/NAME.command.ts` and list it here. */
const commands: readonly Command[] = [
  { name: 'start', summary: 'start everything: database, API, worker and web (--lan: reachable from phones nearby)', load: async () => (await import('./commands/start.command.js')).start },
  { name: 'dev', summary: 'the same in watch mode, for development', load: async () => (await import('./commands/dev.command.js')).dev },
  { name: 'migrate', summary: 'bring the database up to date', load: async () => (await import('./commands/migrate.command.js')).migrate },
  { name: 'seed', summary: 'fill the demo (PAMONG_DEMO=1); a second run changes nothing', load: async () => (await import('./commands/seed.command.js')).seed },
  { name: 'personnel', summary: 'make a table for the import out of a folder of SIASN answers (FOLDER FILE.xlsx)', load: async () => (await import('./commands/personnel.command.js')).personnel },
  { name: 'reset', summary: 'delete all data in .pamong (--yes: without asking)', load: async () => (await import('./commands/reset.command.js')).reset },
  { name: 'bench', summary: 'measure journeys of people on a system of its own', load: async () => (await import('./commands/bench.command.js')).bench },
];

/**
 * Runs one command.
 * @param root folder of the checkout
 * @param argv the command's name and its arguments
 * @returns exit code; 2 for an unknown command
 */
export async function main(root: string, argv: readonly string[]): Promise<number> {
  const [name = 'help', ...args] = argv;
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    console.log(['Usage: pamong COMMAND', '', ...commands.map(({ name: known, summary }) => `  ${known.padEnd(10)}${summary}`)].join('\n'));
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    const run = await command.load();
    return await run({ root, args });
  } catch (error) {
    const expected = error instanceof CommandError || error instanceof ConfigError || error instanceof EmbeddedPostgresError;
    console.error(expected ? error.message : error);
    return 1;
  }
}
