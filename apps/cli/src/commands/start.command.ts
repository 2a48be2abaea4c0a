import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { demoAccounts, demoPassword } from '@pamong/domain/accounts/demo-accounts';
import { lanAddresses } from '@pamong/platform/net/lan-addresses';
import type { CommandContext } from '../command.js';
import { choosePort } from '../start/choose-port.js';
import { Installation } from '../start/installation.js';

/** The doors of the demo as its landing page calls them. */
const DOORS: Readonly<Record<string, string>> = { learner: 'Peserta', instructor: 'Pengajar', agency_admin: 'Admin', supervisor: 'Atasan' };

/** `pamong start`, behind `npm start`: everything in production form on one port, until somebody stops it. */
export async function start({ root, args }: CommandContext): Promise<number> {
  const say = (line: string): void => console.log(line);
  const installation = await Installation.open({ root, lan: args.includes('--lan'), say });
  const { config } = installation.settings;
  try {
    const { host } = config.http;
    const port = await choosePort(config.http.port, host, process.stdin.isTTY && process.stdout.isTTY, say);
    if (!(await installation.startDatabase())) return await installation.close(1);
    const setupCode = config.setupCode ?? newSetupCode();
    const api = installation.server('API', { PORT: String(port), PAMONG_WEB_DIR: webDir(root), PAMONG_SETUP_CODE: setupCode });
    const worker = installation.server('worker', { PORT: String(port) });
    if (!(await installation.orAsked(installation.supervisor.startLayer([api, worker])))) return await installation.close(1);
    const address = config.publicUrlConfigured ? config.publicUrl : `http://localhost:${port}`;
    installation.reachedAt(address);
    const setup = (await isEmpty(port, host)) ? `${address}/mulai?kode=${setupCode}` : null;
    say(announcement({ address, setup, port, host, demo: config.demo, dataDir: relative(root, installation.dataDir) || installation.dataDir }));
    return await installation.untilStopped();
  } catch (error) {
    await installation.close(1);
    throw error;
  }
}

/** Ten letters and digits that nobody mixes up; it opens the setup of an empty installation and nothing else. */
function newSetupCode(): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
  return Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
}

/** Asks the API that has just begun to serve whether the first agency has to be made. */
async function isEmpty(port: number, host: string): Promise<boolean> {
  const near = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const answer = await fetch(`http://${near.includes(':') ? `[${near}]` : near}:${port}/api/session`).catch(() => null);
  return answer !== null && answer.ok && ((await answer.json()) as { setup?: boolean }).setup === true;
}

/** Without a built web application the API serves itself alone. */
function webDir(root: string): string {
  const dist = join(root, 'apps', 'web', 'dist');
  return existsSync(join(dist, 'index.html')) ? dist : '';
}

function demoLines(): string[] {
  const rows = demoAccounts.map((account) => `    ${DOORS[account.role] ?? account.role}`.padEnd(16) + `${account.login}  ${account.name}`);
  return [`  Demo accounts (password: ${demoPassword})`, ...rows];
}

/** What is printed when everything serves. */
function announcement(about: { address: string; setup: string | null; port: number; host: string; demo: boolean; dataDir: string }): string {
  const open = about.host === '0.0.0.0' || about.host === '::';
  const nearby = open ? lanAddresses().map((address) => `http://${address}:${about.port}`) : [];
  return [
    '',
    `  Pamong is ready: ${about.address}`,
    ...(nearby.length > 0
      ? [
          `  From a phone on the same network: ${nearby.join('  ')}`,
          '  (over plain HTTP: offline use and notifications need HTTPS, that is a PUBLIC_URL of your own)',
        ]
      : []),
    ...(about.setup === null ? [] : ['', '  The installation is empty. Make the first agency and its admin here:', `  ${about.setup}`]),
    ...(about.demo ? ['', ...demoLines()] : []),
    '',
    `  Data and logs: ${about.dataDir}   Delete them: npm run reset`,
    ...(open ? [] : ['  For phones on the same network: npm start -- --lan']),
    '  Stop: Ctrl C',
    '',
  ].join('\n');
}
