import 'reflect-metadata';
import { ConfigError, loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { leaveWithParent } from '@pamong/platform/process/leave-with-parent';
import { createApp } from './create-app.js';

// Certificates, recordings and keys are this process's alone: nothing it writes is readable to other users of the machine.
process.umask(0o077);
leaveWithParent();

try {
  const config = loadConfig();
  const logger = createLogger('api', config.logLevel);
  const app = await createApp({ config, logger });
  await app.listen(config.http.port, config.http.host);
  logger.info({ port: config.http.port, publicUrl: config.publicUrl }, 'listening');
  process.send?.('ready');
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
  // Without this a pool that did connect keeps a process alive that serves nothing.
  setTimeout(() => process.exit(1), 500).unref();
}
