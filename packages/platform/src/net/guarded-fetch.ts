import { lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { keepsCloudSecrets, networkKind } from './network-kind.js';

/** Refused before a byte was sent: the address is not one that the installation may ask. */
export class ForbiddenAddress extends Error {
  /** @param why `private`: an installation may allow it by a switch; `never`: nothing allows it */
  constructor(
    readonly host: string,
    readonly why: 'scheme' | 'private' | 'never',
  ) {
    super(`${host} is not an address that may be asked`);
    this.name = 'ForbiddenAddress';
  }
}

export interface GuardOptions {
  /** Hosts of private networks and of this machine may be asked too, and those of this machine without TLS. */
  readonly privateNetwork: boolean;
  readonly timeoutMs: number;
  /** A longer answer is cut off with an error. */
  readonly mostBytes: number;
}

/** What `fetch` takes, as far as callers of ours use it. */
interface GuardedRequest {
  readonly method?: string;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
}

/**
 * A `fetch` for addresses that people type into settings. It follows no redirect, and looks at the very address that the socket
 * is going to use, so that a name which changes its address in between (DNS rebinding) gains nothing.
 */
export function guardedFetch(options: GuardOptions): (url: string | URL, init?: GuardedRequest) => Promise<Response> {
  return async (address, init = {}) => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    checkScheme(url, host, options);
    if (isIP(host) !== 0) checkAddress(host, host, options);
    const body = init.body === undefined || init.body === null ? undefined : String(init.body as string | URLSearchParams);
    const headers = Object.fromEntries(new Headers(init.headers));
    if (init.body instanceof URLSearchParams) headers['content-type'] ??= 'application/x-www-form-urlencoded;charset=UTF-8';
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise<Response>((resolve, reject) => {
      const signal = AbortSignal.any([AbortSignal.timeout(options.timeoutMs), ...(init.signal ? [init.signal] : [])]);
      const sent = ask(url, { method: init.method ?? 'GET', headers, signal, agent: false, lookup: guardedLookup(options) }, (answer) => {
        readAll(answer, options.mostBytes).then((bytes) => resolve(responseOf(answer, bytes)), reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  };
}

function checkScheme(url: URL, host: string, { privateNetwork }: GuardOptions): void {
  if (url.protocol === 'https:') return;
  const here = host === 'localhost' || networkKind(host) === 'loopback';
  if (url.protocol !== 'http:' || !privateNetwork || !here) throw new ForbiddenAddress(url.host, !privateNetwork && here ? 'private' : 'scheme');
}

function checkAddress(address: string, host: string, { privateNetwork }: GuardOptions): void {
  if (keepsCloudSecrets(address)) throw new ForbiddenAddress(host, 'never');
  if (!privateNetwork && networkKind(address) !== 'public') throw new ForbiddenAddress(host, 'private');
}

function guardedLookup(options: GuardOptions): LookupFunction {
  return (host, how, done) => {
    lookup(host, { ...how, all: true }, (error, found) => {
      if (error) return done(error, '');
      try {
        for (const { address } of found) checkAddress(address, host, options);
      } catch (forbidden) {
        return done(forbidden as Error, '');
      }
      if (how.all === true) return done(null, found);
      const [first] = found;
      return first ? done(null, first.address, first.family) : done(new Error(`${host} has no address`), '');
    });
  };
}

async function readAll(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new Error(`the answer is longer than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function responseOf(answer: IncomingMessage, bytes: Buffer): Response {
  const status = answer.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) for (const one of [value ?? []].flat()) headers.append(name, one);
  return new Response([204, 205, 304].includes(status) ? null : new Uint8Array(bytes), { status, headers });
}
