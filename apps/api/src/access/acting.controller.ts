import { Controller } from '@nestjs/common';
import { acting } from '@pamong/contract/acting';
import { ActingService } from '@pamong/domain/access/acting.service';
import type { Actor } from '@pamong/domain/access/actor';
import { CallersService } from '@pamong/domain/access/callers.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

/** Seeing Pamong as somebody else, for support. */
@Controller()
export class ActingController {
  constructor(
    private readonly actings: ActingService,
    private readonly callers: CallersService,
  ) {}

  @Endpoint(acting.start)
  async start(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof acting.start>) {
    const started = await this.actings.start(actor, params.personId, body);
    this.callers.forget(actor.personId);
    return started;
  }

  @Endpoint(acting.stop)
  async stop(@Caller() actor: Actor) {
    await this.actings.stop(actor);
    this.callers.forget(actor.personId);
  }
}
