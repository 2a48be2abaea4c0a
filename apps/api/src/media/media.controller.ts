import { Controller } from '@nestjs/common';
import { media } from '@pamong/contract/media';
import type { Actor } from '@pamong/domain/access/actor';
import { CoursesService } from '@pamong/domain/courses/courses.service';
import { MediaPlaybackService } from '@pamong/domain/media/media-playback.service';
import { MediaService } from '@pamong/domain/media/media.service';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';

/** Recordings, for their authors. */
@Controller()
export class MediaController {
  constructor(
    private readonly media: MediaService,
    private readonly playback: MediaPlaybackService,
    private readonly courses: CoursesService,
    private readonly db: Database,
    scopes: Scopes,
  ) {
    // An instructor without a role keeps the right to what they sent.
    scopes.add('media', async ({ params }, actor) => {
      const place = await this.media.placeOf(params?.['assetId'] ?? '');
      return place === null ? null : { path: place.path, visible: false, granted: place.uploadedBy === actor.personId };
    });
  }

  @Endpoint(media.create)
  async create(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof media.create>) {
    const place = await this.courses.placeOf(this.db, params.courseId);
    if (place === null) throw new Problem('NOT_FOUND');
    return this.media.announce(actor, place.ownerId, body);
  }

  @Endpoint(media.get)
  get(@Input() { params }: InputOf<typeof media.get>) {
    return this.media.get(this.db, params.assetId);
  }

  @Endpoint(media.preview)
  async preview(@Input() { params }: InputOf<typeof media.preview>) {
    return this.playback.playback(await this.media.get(this.db, params.assetId));
  }

  @Endpoint(media.remove)
  async remove(@Caller() actor: Actor, @Input() { params }: InputOf<typeof media.remove>) {
    await this.media.remove(actor, params.assetId);
  }

  @Endpoint(media.setCaptions)
  setCaptions(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof media.setCaptions>) {
    return this.media.setCaptions(actor, params.assetId, params.language, body.text);
  }

  @Endpoint(media.removeCaptions)
  removeCaptions(@Caller() actor: Actor, @Input() { params }: InputOf<typeof media.removeCaptions>) {
    return this.media.removeCaptions(actor, params.assetId, params.language);
  }
}
