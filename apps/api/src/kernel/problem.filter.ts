import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ErrorCode } from '@pamong/contract/all-errors';
import { allErrors } from '@pamong/contract/all-errors';
import type { ProblemParams } from '@pamong/contract/kernel/problem';
import { Problem } from '@pamong/contract/kernel/problem';
import { problemOfConstraint } from '@pamong/domain/constraint-problems';
import type { Logger } from '@pamong/platform/log/logger';
import { LOGGER } from '@pamong/platform/log/logger';
import { currentTraceId } from '@pamong/platform/log/trace';
import type { FastifyReply } from 'fastify';
import type { FieldFault } from './input-fault.js';
import { InputFault } from './input-fault.js';

interface Described {
  readonly code: ErrorCode;
  readonly params: ProblemParams;
  readonly faults?: readonly FieldFault[];
}

/** Turns whatever a handler throws into RFC 9457 problem+json with a code and a trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = describe(error);
    const { status, title } = allErrors[problem.code];
    if (status >= 500) this.logger.error({ err: error }, 'request failed');
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.code === 'LOGIN_LIMITED') reply.header('retry-after', String(Number(problem.params['minutes']) * 60));
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ status, title, ...problem, traceId: currentTraceId() }));
  }
}

function describe(error: unknown): Described {
  if (error instanceof Problem) return { code: error.code, params: error.params };
  if (error instanceof InputFault) return { code: 'INPUT_INVALID', params: {}, faults: error.faults };
  const explained = problemOfConstraint(error);
  if (explained !== null) return { code: explained.code, params: explained.params };
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  return { code: codeOfStatus(typeof status === 'number' ? status : 500), params: {} };
}

/** Codes for what the framework itself refuses, before a handler was found or the body was read. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 404) return 'NOT_FOUND';
  if (status === 413) return 'BODY_TOO_LARGE';
  if (status === 503) return 'SERVER_BUSY';
  return status >= 400 && status < 500 ? 'BODY_UNREADABLE' : 'SERVER_FAULT';
}
