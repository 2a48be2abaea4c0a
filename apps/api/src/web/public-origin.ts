import { networkKind } from '@pamong/platform/net/network-kind';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Moves a visitor of this machine to the name that the installation itself uses: who opens http://127.0.0.1:3000 goes to
 * http://localhost:3000. To a browser they are two sites, so a sign-on that returns to the other one would find no cookie. Only
 * pages that a person opens move, and only between names of this machine: an address from outside is never answered with another.
 */
export function leadToPublicOrigin(fastify: FastifyInstance, publicUrl: string): void {
  const home = new URL(publicUrl);
  if (!isHere(home.hostname)) return;
  fastify.addHook('onRequest', async (request, reply) => {
    if (!opensPage(request)) return;
    const asked = URL.parse(`http://${request.headers.host ?? ''}`);
    if (asked === null || asked.hostname === home.hostname || asked.port !== home.port || !isHere(asked.hostname)) return;
    return reply.header('cache-control', 'no-store').header('vary', 'host').redirect(home.origin + request.url, 302);
  });
}

/** A document that a browser goes to; no data, no file, nothing that a program asks for. */
function opensPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' || /^\/(api|media|health|assets)(\/|\?|$)/.test(url)) return false;
  const mode = headers['sec-fetch-mode'];
  return mode === undefined ? (headers.accept ?? '').includes('text/html') : mode === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function isHere(hostname: string): boolean {
  return hostname === 'localhost' || networkKind(hostname.replace(/^\[|\]$/g, '')) === 'loopback';
}
