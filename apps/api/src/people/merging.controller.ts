import { Controller } from '@nestjs/common';
import { merging } from '@pamong/contract/merging';
import type { Actor } from '@pamong/domain/access/actor';
import { LikelySameService } from '@pamong/domain/people/likely-same.service';
import { MergingService } from '@pamong/domain/people/merging.service';
import { PersonPageService } from '@pamong/domain/people/person-page.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';

/** Two records of one person. */
@Controller()
export class MergingController {
  constructor(
    private readonly merging: MergingService,
    private readonly likely: LikelySameService,
    pages: PersonPageService,
    scopes: Scopes,
  ) {
    scopes.add('two-people', async ({ params }, actor) => {
      const places = await Promise.all([params?.['personId'], params?.['otherId']].map((id) => pages.placeEverOf(id ?? '')));
      const seen = places.flatMap((place) => (place !== null && actor.can('person.read', place.path) ? [place.path] : []));
      if (seen.length < 2) return null;
      // The permission is asked for where it is missing, if it is anywhere: it must hold at both.
      return { path: seen.find((path) => !actor.can('person.manage', path)) ?? seen[0] ?? '', visible: true };
    });
  }

  @Endpoint(merging.listLikely)
  async listLikely(@Caller() actor: Actor, @Input() { params }: InputOf<typeof merging.listLikely>) {
    return { items: await this.likely.list(params.personId, actor.scope('person.manage')) };
  }

  @Endpoint(merging.preview)
  preview(@Caller() actor: Actor, @Input() { params }: InputOf<typeof merging.preview>) {
    return this.merging.preview(actor, params.personId, params.otherId);
  }

  @Endpoint(merging.merge)
  async merge(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof merging.merge>) {
    return { personId: await this.merging.merge(actor, params.personId, params.otherId, { kept: body.revision, gone: body.otherRevision }) };
  }
}
