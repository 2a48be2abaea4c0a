import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '@pamong/contract/all-errors';
import { allErrors } from '@pamong/contract/all-errors';
import type { Logger } from '@pamong/platform/log/logger';
import { currentTraceId } from '@pamong/platform/log/trace';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { securityHeaders } from './security-headers.js';

/** What Node's parser says of a request that never became one. */
interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: unknown;
}

/** A longer address is none of ours; proxies refuse far shorter ones. Node reads addresses and headers of 16 kB together. */
const longestUrl = 8_000;
/** Who does not take the answer within this time is cut off. */
const lingerMs = 2_000;

/**
 * Answers what Node's HTTP parser gives up on (headers of more than 16 kB, an unknown method, bytes that are no HTTP, a request that
 * never ends) like every other fault: problem+json with a code and a trace id. There is no request then, only a socket.
 */
export function answerClientErrors(logger: Logger, overHttps: Readonly<Record<string, string>>) {
  return (error: ParserError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) return void socket.destroy();
    const { status, traceId, headers, body } = problemText(codeOf(error), overHttps);
    // What was sent is not logged: nobody knows what it holds.
    logger.info({ method: '?', url: 'unreadable', status, traceId, reason: error.code }, 'request');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, 'connection: close', '', body].join('\r\n'));
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}

/** Refuses addresses that are too long, and requests that do not name the host, before anything else looks at them. */
export function refuseUnreadable(fastify: FastifyInstance, overHttps: Readonly<Record<string, string>>): void {
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const code = request.url.length > longestUrl ? 'URL_TOO_LONG' : request.headers.host === undefined && request.raw.httpVersion === '1.1' ? 'BODY_UNREADABLE' : null;
    if (code === null) return;
    const { status, headers, body } = problemText(code, overHttps);
    return reply.status(status).headers(headers).send(body);
  });
}

function codeOf({ code, rawPacket }: ParserError): ErrorCode {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'REQUEST_TOO_SLOW';
  if (code !== 'HPE_HEADER_OVERFLOW') return 'BODY_UNREADABLE';
  // The parser does not say which part was too long: a first line without an end is an address.
  const begins = Buffer.isBuffer(rawPacket) ? rawPacket.subarray(0, longestUrl).toString('latin1') : '';
  return /^[A-Z]+ [^\r\n]*$/.test(begins) ? 'URL_TOO_LONG' : 'HEADERS_TOO_LARGE';
}

function problemText(code: ErrorCode, overHttps: Readonly<Record<string, string>>) {
  const traceId = currentTraceId() ?? randomUUID();
  const { status, title } = allErrors[code];
  const body = JSON.stringify({ status, title, code, params: {}, traceId });
  const headers: Record<string, string> = {
    ...securityHeaders('/api'), ...overHttps,
    'content-type': 'application/problem+json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)), 'cache-control': 'no-store', 'x-request-id': traceId,
  };
  return { status, traceId, headers, body };
}
