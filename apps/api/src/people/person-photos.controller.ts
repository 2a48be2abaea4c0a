import { Controller, Get, Res } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { PhotoParams, personPhotos } from '@pamong/contract/person-photos';
import type { Actor } from '@pamong/domain/access/actor';
import { PersonPageService } from '@pamong/domain/people/person-page.service';
import { PersonPhotosService } from '@pamong/domain/people/person-photos.service';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input, Stream } from '../kernel/endpoint.js';

/** Photos for the STTP: one's own, and those of people whom an agency looks after. */
@Controller()
export class PersonPhotosController {
  constructor(
    private readonly photos: PersonPhotosService,
    private readonly pages: PersonPageService,
  ) {}

  @Endpoint(personPhotos.mine)
  mine(@Caller() actor: Actor) {
    return this.photos.describe(actor.personId);
  }

  @Endpoint(personPhotos.setMine)
  setMine(@Caller() actor: Actor, @Input() { body }: InputOf<typeof personPhotos.setMine>) {
    return this.photos.set(actor, actor.personId, Buffer.from(body.data, 'base64'));
  }

  @Endpoint(personPhotos.removeMine)
  removeMine(@Caller() actor: Actor) {
    return this.photos.remove(actor, actor.personId);
  }

  @Endpoint(personPhotos.of)
  of(@Input() { params }: InputOf<typeof personPhotos.of>) {
    return this.photos.describe(params.personId);
  }

  @Endpoint(personPhotos.set)
  set(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof personPhotos.set>) {
    return this.photos.set(actor, params.personId, Buffer.from(body.data, 'base64'));
  }

  @Endpoint(personPhotos.remove)
  remove(@Caller() actor: Actor, @Input() { params }: InputOf<typeof personPhotos.remove>) {
    return this.photos.remove(actor, params.personId);
  }

  /** The picture itself; no cache keeps it for whoever sits at the same computer next. */
  @Get('/api/people/:personId/photos/:photoId')
  @Stream({ access: 'authenticated', params: PhotoParams })
  async picture(@Caller() actor: Actor, @Input() { params }: { params: z.output<typeof PhotoParams> }, @Res() reply: FastifyReply) {
    const place = params.personId === actor.personId ? null : await this.pages.placeOf(params.personId);
    if (params.personId !== actor.personId && (place === null || !actor.can('person.manage', place.path))) throw new Problem('NOT_FOUND');
    const { content, bytes } = await this.photos.open(params.personId, params.photoId);
    return reply.headers({ 'content-type': 'image/jpeg', 'content-length': bytes, 'cache-control': 'private, no-store' }).send(content);
  }
}
