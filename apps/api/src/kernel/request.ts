import type { Actor } from '@pamong/domain/access/actor';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the route guard; null for visitors. */
    caller: Actor | null;
    /** Parsed `{ params, query, body }` of the declared route. */
    input: unknown;
  }
}

/** Name of the session cookie. */
export const sessionCookie = 'pamong_session';

/** Name of the cookie that marks a browser; it says nothing about who uses it. */
export const deviceCookie = 'pamong_device';

/** The mark of the browser, if it has one. */
export function deviceKey(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)pamong_device=([\w-]{22})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;
}

/** The session token that the request carries, if any. */
export function sessionToken(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)pamong_session=([\w-]{43})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;
}

/** Name of the cookie that binds a sign-on through a provider to the browser that began it. */
export const signOnCookie = 'pamong_sign_on';

/** The mark of a sign-on that this browser began. */
export function signOnKey(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)pamong_sign_on=([\w-]{22})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;
}

/** Name of the cookie between a right password and the session. */
export const stepCookie = 'pamong_step';

/** The token of a sign-in that goes on with a second factor. */
export function stepToken(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)pamong_step=([\w-]{43})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;
}
