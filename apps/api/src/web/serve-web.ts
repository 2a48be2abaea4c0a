import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const year = 31_536_000;

/**
 * Serves the built web application: hashed assets for a year, precompressed; every other page address gets `index.html`,
 * whose router decides.
 * @param webDir folder with `index.html` and `assets/`
 */
export async function serveWeb(fastify: FastifyInstance, webDir: string): Promise<void> {
  if (!existsSync(join(webDir, 'index.html'))) throw new Error(`No built web application in ${webDir}`);
  await fastify.register(fastifyStatic, {
    root: webDir,
    preCompressed: true,
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(webDir, 'assets'));
      reply.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    const isPage = !/^\/(api|media|health)(\/|$)/.test(request.url) && !/\.\w{2,5}(\?|$)/.test(request.url);
    if (!isPage) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
