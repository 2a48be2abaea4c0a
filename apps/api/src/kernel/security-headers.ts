import type { FastifyReply, FastifyRequest } from 'fastify';

/** Everything comes from this origin; nothing inline runs. `blob:` is for video segments and pictures made in the page. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  // React and video.js set styles on elements from script; style attributes in markup stay refused elsewhere by sanitising.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Fastify hook that puts the security headers on every answer. */
export async function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  reply
    .header('content-security-policy', contentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'strict-origin-when-cross-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  // A certificate's page is for whoever holds its code, not for search engines.
  if (/^\/(v|api)(\/|\?|$)/.test(request.url)) reply.header('x-robots-tag', 'noindex, nofollow');
  return payload;
}
