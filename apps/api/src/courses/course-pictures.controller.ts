import { Controller, Get, Res } from '@nestjs/common';
import { Id } from '@pamong/contract/kernel/schemas';
import { CoursePicturesService } from '@pamong/domain/courses/course-pictures.service';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { Input, Stream } from '../kernel/endpoint.js';

const params = z.object({ pictureId: Id });

/** Pictures of readings for whoever is signed in; a picture never changes, so a browser fetches it once. */
@Controller()
export class CoursePicturesController {
  constructor(private readonly pictures: CoursePicturesService) {}

  @Get('/api/pictures/:pictureId')
  @Stream({ access: 'authenticated', params })
  async picture(@Input() input: { params: z.output<typeof params> }, @Res() reply: FastifyReply): Promise<void> {
    const { contentType, bytes, body } = await this.pictures.open(input.params.pictureId);
    await reply
      .headers({ 'content-type': contentType, 'content-length': bytes, 'cache-control': 'private, max-age=31536000, immutable' })
      .send(body);
  }
}
