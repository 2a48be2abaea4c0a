import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { MediaPlaybackService } from '@pamong/domain/media/media-playback.service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Stream } from '../kernel/endpoint.js';

/**
 * Files of recordings for players. The sealed token in the address is the permission: it was given out behind an access check, ends
 * after some hours and costs no query, so that a thousand viewers do not ask the database for every segment.
 */
@Controller()
export class MediaFilesController {
  constructor(private readonly playback: MediaPlaybackService) {}

  @Get('/api/media-files/:token/*')
  @Stream({ access: 'public' })
  async file(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const name = (request.params as Readonly<Record<string, string>>)['*'] ?? '';
    const { status, headers, body } = await this.playback.open(token, name, request.headers.range);
    await reply.status(status).headers(headers).send(body ?? undefined);
  }
}
