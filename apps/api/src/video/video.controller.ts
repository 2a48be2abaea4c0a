import { Controller } from '@nestjs/common';
import { video } from '@pamong/contract/video';
import type { Actor } from '@pamong/domain/access/actor';
import { WatchService } from '@pamong/domain/video/watch.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

/** Watching recordings. */
@Controller()
export class VideoController {
  constructor(private readonly watching: WatchService) {}

  @Endpoint(video.state)
  state(@Caller() actor: Actor, @Input() { params }: InputOf<typeof video.state>) {
    return this.watching.state(actor.personId, params.courseId, params.lessonId);
  }

  @Endpoint(video.open)
  open(@Caller() actor: Actor, @Input() { params }: InputOf<typeof video.open>) {
    return this.watching.open(actor.personId, params.courseId, params.lessonId);
  }

  @Endpoint(video.watch)
  watch(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof video.watch>) {
    return this.watching.beat(actor.personId, params.viewingId, body);
  }
}
