import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, loadConfig } from '@pamong/platform/config/config';
import type { Config } from '@pamong/platform/config/config';
import { NestLogger, createLogger } from '@pamong/platform/log/logger';
import { leaveWithParent } from '@pamong/platform/process/leave-with-parent';
import { WorkerModule } from './worker.module.js';

function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

leaveWithParent();
// Certificates, recordings and keys are this process's alone: nothing it writes is readable to other users of the machine.
process.umask(0o077);
const config = readConfig();
const logger = createLogger('worker', config.logLevel);

function die(error: unknown, message: string): never {
  logger.fatal({ err: error }, message);
  process.exit(1);
}

process.on('uncaughtException', (error) => die(error, 'An error that nobody caught'));

try {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot({ config, logger }), { logger: new NestLogger(logger), abortOnError: false });
  app.enableShutdownHooks();
  logger.info({ queue: config.redisUrl === undefined ? 'postgres' : 'redis' }, 'The worker is ready');
  process.send?.('ready');
} catch (error) {
  die(error, 'The worker could not start');
}
