import { Controller, Delete, Head, Patch, Req, Res } from '@nestjs/common';
import { Id } from '@pamong/contract/kernel/schemas';
import { maxRecordingBytes } from '@pamong/contract/media';
import { MediaUploadsService } from '@pamong/domain/media/media-uploads.service';
import { currentTraceId } from '@pamong/platform/log/trace';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Input, Stream } from '../kernel/endpoint.js';
import { securityHeaders } from '../kernel/security-headers.js';

const path = '/api/uploads';
const params = z.object({ assetId: Id });
const onUpload = { access: { permission: 'media.upload', scope: 'media' }, params } as const;

interface UploadInput {
  readonly params: z.output<typeof params>;
}

/** Lets the bytes of an upload through unread; the tus server takes them from the socket. */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
}

/**
 * tus 1.0 for recordings that were announced with `POST /api/courses/:courseId/media`: the upload exists from then on, so there is
 * no creation here. Every request passes the same access check as any other route.
 */
@Controller()
export class UploadsController {
  private readonly server: Server;

  constructor(
    private readonly uploads: MediaUploadsService,
    folder: UploadFolder,
  ) {
    this.server = new Server({
      path,
      datastore: folder.store,
      maxSize: maxRecordingBytes,
      relativeLocation: true,
      // The library tells every origin by default that it may read the answers; pages of ours ask from their own.
      allowedOrigins: [],
      // Only we give up an upload, together with its row.
      disableTerminationForFinishedUploads: true,
      onUploadFinish: async (_request, upload) => {
        await this.uploads.finish(upload.id);
        return {};
      },
    });
  }

  @Head(`${path}/:assetId`)
  @Stream(onUpload)
  async offset(@Input() { params: { assetId } }: UploadInput, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // The last byte may have arrived just before the answer to it was lost.
    const bytes = await this.uploads.bytesIfReceived(assetId);
    if (bytes === null) return this.handle(assetId, request, reply);
    void reply.status(200).headers({ 'tus-resumable': '1.0.0', 'upload-offset': bytes, 'upload-length': bytes, 'cache-control': 'no-store' }).send();
  }

  @Patch(`${path}/:assetId`)
  @Stream(onUpload)
  append(@Input() { params: { assetId } }: UploadInput, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(assetId, request, reply);
  }

  @Delete(`${path}/:assetId`)
  @Stream(onUpload)
  terminate(@Input() { params: { assetId } }: UploadInput, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(assetId, request, reply);
  }

  /**
   * Gives the socket to the tus server. It takes the id behind the last slash of the address, query included, so it is given
   * an address that holds nothing but the id that the guard has checked.
   */
  private async handle(assetId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    request.raw.url = `${path}/${assetId}`;
    // A hijacked answer passes none of the application's hooks.
    for (const [name, value] of Object.entries(securityHeaders(path))) reply.raw.setHeader(name, value);
    const traceId = currentTraceId();
    if (traceId !== undefined) reply.raw.setHeader('x-request-id', traceId);
    reply.hijack();
    await this.server.handle(request.raw, reply.raw);
  }
}
