import type { Config } from '@pamong/platform/config/config';
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

const everywhere: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};
// A certificate's page is for whoever holds its code, not for search engines.
const unlisted: Readonly<Record<string, string>> = { ...everywhere, 'x-robots-tag': 'noindex, nofollow' };

/** The headers of an answer to this address. */
export function securityHeaders(url: string): Readonly<Record<string, string>> {
  return /^\/(v|api)(\/|\?|$)/.test(url) ? unlisted : everywhere;
}

/**
 * Tells browsers to use HTTPS only, for a year, where the installation's own address says that it has it. Other names below the
 * same domain belong to others, so they are not spoken for.
 */
export function strictTransport({ publicUrl, publicUrlConfigured }: Pick<Config, 'publicUrl' | 'publicUrlConfigured'>): Readonly<Record<string, string>> {
  return publicUrlConfigured && publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {};
}

/** Fastify hook that puts the security headers on every answer. */
export async function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  reply.headers(securityHeaders(request.url));
  return payload;
}
