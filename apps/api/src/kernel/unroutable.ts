import { randomUUID } from 'node:crypto';
import { allErrors } from '@pamong/contract/all-errors';
import type { Logger } from '@pamong/platform/log/logger';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { securityHeaders } from './security-headers.js';

/**
 * Answers addresses that cannot be taken apart (`/%`, a parameter of giant length) like every other fault: problem+json with a code
 * and a trace id. Fastify gives up on them before its hooks and the error filter.
 */
export function answerUnroutable(logger: Logger, overHttps: Readonly<Record<string, string>>) {
  return (_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const traceId = randomUUID();
    const code = 'BODY_UNREADABLE';
    const { status, title } = allErrors[code];
    // What was sent is not logged: nobody knows what it holds.
    logger.info({ method: request.method, url: 'unroutable', status, traceId }, 'request');
    const body = JSON.stringify({ status, title, code, params: {}, traceId });
    reply.raw
      .writeHead(status, {
        ...securityHeaders('/api'), ...overHttps,
        'content-type': 'application/problem+json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store', 'x-request-id': traceId,
      })
      .end(body);
  };
}
