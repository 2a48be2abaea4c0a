import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Actor } from '@pamong/domain/access/actor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, Stream } from '../kernel/endpoint.js';
import { sessionToken } from '../kernel/request.js';
import { LiveStreams } from './live-streams.js';

/** Server-sent events for the pages of whoever is signed in: the event's name is the topic, its data the payload as JSON. */
@Controller('api/live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @Stream({ access: 'authenticated' })
  open(@Caller() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const stream = this.streams.open(actor, sessionToken(request.headers.cookie) ?? '');
    reply.header('cache-control', 'no-store');
    // 204 tells the browser not to come back; the page goes on without live news.
    if (stream === null) return void reply.status(204).send();
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      // Keeps nginx from holding events back.
      .header('x-accel-buffering', 'no')
      // The connection ends with the stream; kept alive it would hold up a server that stops.
      .header('connection', 'close')
      .send(stream);
  }
}
