import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { currentTraceId } from './trace.js';

export type { Logger } from 'pino';

/** Injection token of the process's `Logger`. */
export const LOGGER = Symbol('Logger');

/**
 * One JSON line per event on standard output, with the trace id of the request or job.
 * @param name the process: `api`, `worker`, `cli`
 */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    base: { pid: process.pid },
    redact: { paths: ['password', '*.password', 'passphrase', '*.passphrase', 'cookie', '*.cookie'], censor: '[hidden]' },
    serializers: { err: errorForLog },
    mixin: () => {
      const traceId = currentTraceId();
      return traceId === undefined ? {} : { traceId };
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** An error without what it carries along: a driver's error holds the SQL parameters, which are names, numbers and logins. */
function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type: error.name, message: error.message, stack: error.stack, code, constraint, ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }) };
}

/** Nest's own messages through the same logger; its start-up chatter goes to debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
