import { join } from 'node:path';
import { freePort } from '@pamong/platform/net/free-port';
import type { CommandContext } from '../command.js';
import { SourceWatch } from '../dev/source-watch.js';
import { ChildService } from '../start/child-service.js';
import { choosePort } from '../start/choose-port.js';
import { Installation } from '../start/installation.js';

/** A developer's restart need not drain for long. */
const RESTART_PATIENCE_MS = 1_500;

/** `pamong dev`: the same system on the same data, in watch mode; Vite serves the web and passes the rest to the API. */
export async function dev({ root, args }: CommandContext): Promise<number> {
  const say = (line: string): void => console.log(line);
  const installation = await Installation.open({ root, lan: args.includes('--lan'), say });
  const { config } = installation.settings;
  let watch: SourceWatch | undefined;
  try {
    const { host } = config.http;
    const port = await choosePort(config.http.port, host, process.stdin.isTTY && process.stdout.isTTY, say);
    if (!(await installation.startDatabase())) return await installation.close(1);
    const apiPort = await freePort();
    const address = config.publicUrlConfigured ? config.publicUrl : `http://localhost:${port}`;
    // People, and so the addresses that the API makes, reach it through Vite.
    const values = { HOST: '127.0.0.1', PORT: String(apiPort), PUBLIC_URL: address, PAMONG_WEB_DIR: '' };
    const servers = [installation.server('API', values, RESTART_PATIENCE_MS), installation.server('worker', values, RESTART_PATIENCE_MS)];
    const web = new ChildService({
      name: 'web',
      command: process.execPath,
      args: [join(root, 'apps/web/node_modules/vite/bin/vite.js'), '--host', host, '--port', String(port), '--strictPort', '--clearScreen', 'false'],
      cwd: join(root, 'apps', 'web'),
      env: { ...installation.childEnvironment(), API_PORT: String(apiPort), NO_COLOR: '1' },
      output: installation.output,
      readyWhen: /ready in/,
    });
    if (!(await installation.orAsked(installation.supervisor.startLayer([...servers, web])))) return await installation.close(1);
    watch = new SourceWatch(
      root,
      async () => {
        // One after the other: the page in front of the developer waits for the API, and the worker would slow it down.
        for (const server of servers) await installation.supervisor.restart(server);
      },
      say,
    );
    installation.reachedAt(address);
    say(`\n  Pamong is ready for development: ${address}\n\n  API: http://127.0.0.1:${apiPort}\n  Stop: Ctrl C\n`);
    return await installation.untilStopped();
  } catch (error) {
    await installation.close(1);
    throw error;
  } finally {
    watch?.close();
  }
}
