import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * An answer that was made once and is sent many times: compiled course content, for example. It carries its ETag and,
 * once asked for, its brotli form, so that repeated reads cost neither serialising nor compressing.
 */
export class PreparedJson {
  readonly etag: string;
  private compressed: Buffer | undefined;

  constructor(
    private readonly text: string,
    readonly cacheControl = 'private, no-cache',
  ) {
    this.etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  }

  /** Size of the JSON text in bytes. */
  get bytes(): number {
    return Buffer.byteLength(this.text);
  }

  plain(): string {
    return this.text;
  }

  brotli(): Buffer {
    this.compressed ??= brotliCompressSync(this.text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
    return this.compressed;
  }
}

/** JSON text that the database has made and that is different each time: sent as it is, never cached. */
export class FreshJson {
  constructor(readonly text: string) {}
}

const worthCompressing = 1_000;

/** Fastify hook that sends a `PreparedJson`, or 304 when the browser has it already. */
export async function sendPrepared(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (payload instanceof FreshJson) {
    reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').serializer((ready: unknown) => ready as string);
    return payload.text;
  }
  if (!(payload instanceof PreparedJson)) return payload;
  reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('etag', payload.etag)
    .header('cache-control', payload.cacheControl)
    .header('vary', 'accept-encoding');
  reply.serializer((ready: unknown) => ready as string);
  if (request.headers['if-none-match'] === payload.etag) {
    reply.code(304);
    return '';
  }
  if (payload.bytes > worthCompressing && /\bbr\b/.test(String(request.headers['accept-encoding']))) {
    reply.header('content-encoding', 'br');
    return payload.brotli();
  }
  return payload.plain();
}
