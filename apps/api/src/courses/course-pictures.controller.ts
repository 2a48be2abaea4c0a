import { Controller, Get, Res } from '@nestjs/common';
import { Id } from '@pamong/contract/kernel/schemas';
import { CoursePicturesService } from '@pamong/domain/courses/course-pictures.service';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { Input, Stream } from '../kernel/endpoint.js';

const params = z.object({ pictureId: Id });
const query = z.object({ size: z.string().regex(/^[1-9]\d{0,3}\.(?:avif|webp)$/).optional() });

/** Pictures of readings for whoever is signed in; a picture never changes, so a browser fetches it once. */
@Controller()
export class CoursePicturesController {
  constructor(private readonly pictures: CoursePicturesService) {}

  @Get('/api/pictures/:pictureId')
  @Stream({ access: 'authenticated', params, query })
  async picture(@Input() { params: { pictureId }, query: { size } }: { params: z.output<typeof params>; query: z.output<typeof query> }, @Res() reply: FastifyReply): Promise<void> {
    const { contentType, bytes, body } = await this.pictures.open(pictureId, size);
    await reply
      .headers({ 'content-type': contentType, 'content-length': bytes, 'cache-control': 'private, max-age=31536000, immutable' })
      .send(body);
  }
}
