import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestLogger } from '@pamong/platform/log/logger';
import { currentTraceId, withTrace } from '@pamong/platform/log/trace';
import type { PlatformOptions } from '@pamong/platform/platform.module';
import { AppModule } from './app.module.js';
import { answerClientErrors, refuseUnreadable } from './kernel/client-error.js';
import './kernel/request.js';
import { drainConnections } from './kernel/drain.js';
import { loggedPath } from './kernel/logged-path.js';
import { acceptFiles } from './imports/imports.controller.js';
import { acceptUploads } from './media/uploads.controller.js';
import { sendPrepared } from './kernel/prepared-json.js';
import { answerUnroutable } from './kernel/unroutable.js';
import { addSecurityHeaders, strictTransport } from './kernel/security-headers.js';
import { leadToPublicOrigin } from './web/public-origin.js';
import { serveWeb } from './web/serve-web.js';

/** Largest JSON body; uploads have a route of their own. */
const bodyLimit = 1_048_576;

/**
 * The API, wired and initialised but not listening yet: `main.ts` listens, tests use Fastify's `inject`.
 */
export async function createApp(options: Omit<PlatformOptions, 'entities' | 'applicationName'>): Promise<NestFastifyApplication> {
  const { config, logger } = options;
  // One proxy is believed, so that the address of a visitor is what it saw and not what the visitor wrote into the header before.
  const trustProxy = config.http.trustProxy && ((_address: string, hop: number) => hop === 0);
  const overHttps = strictTransport(config);
  const frameworkErrors = answerUnroutable(logger, overHttps);
  const adapter = new FastifyAdapter({ trustProxy, bodyLimit, forceCloseConnections: 'idle', frameworkErrors, clientErrorHandler: answerClientErrors(logger, overHttps), http: { requireHostHeader: false } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(options), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  const fastify = adapter.getInstance();
  drainConnections(fastify);
  fastify.decorateRequest('caller', null);
  fastify.decorateRequest('input', null);
  acceptUploads(fastify);
  acceptFiles(fastify);
  // A proxy's trace id is kept so that one id runs from the edge to the job; anything else gets a new one.
  fastify.addHook('onRequest', (request, _reply, done) => withTrace(traceIdOf(request.headers['x-request-id']), done));
  refuseUnreadable(fastify, overHttps);
  if (config.webDir !== undefined) leadToPublicOrigin(fastify, config.publicUrl);
  fastify.addHook('preSerialization', sendPrepared);
  fastify.addHook('onSend', addSecurityHeaders);
  fastify.addHook('onSend', (_request, reply, payload, done) => done(null, (reply.headers(overHttps), payload)));
  fastify.addHook('onResponse', (request, reply, done) => {
    if (!logger.isLevelEnabled('info')) return done();
    logger.info({ method: request.method, url: loggedPath(request.url, request.routeOptions.url, request.params), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    const traceId = currentTraceId();
    if (traceId !== undefined) reply.header('x-request-id', traceId);
    done(null, payload);
  });
  if (config.webDir !== undefined) await serveWeb(fastify, config.webDir);
  await app.init();
  await fastify.ready();
  return app;
}

function traceIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : randomUUID();
}
