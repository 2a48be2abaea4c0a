import { Controller } from '@nestjs/common';
import { people } from '@pamong/contract/people';
import type { Actor } from '@pamong/domain/access/actor';
import { PeopleDirectoryService } from '@pamong/domain/people/people-directory.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { PersonPageService } from '@pamong/domain/people/person-page.service';
import { Database } from '@pamong/platform/database/database';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';
import { factsOf } from './person-facts-input.js';

/** The people that an agency looks after. */
@Controller()
export class PeopleController {
  constructor(
    private readonly directory: PeopleDirectoryService,
    private readonly pages: PersonPageService,
    private readonly people: PeopleService,
    private readonly db: Database,
    scopes: Scopes,
  ) {
    scopes.add('person', async ({ params }, actor) => {
      const place = await pages.placeOf(params?.['personId'] ?? '');
      // Whoever may not even read somebody learns nothing, colleagues of the same agency included.
      return place === null || !actor.can('person.read', place.path) ? null : { path: place.path, visible: true };
    });
    scopes.add('person-ever', async ({ params }, actor) => {
      const place = await pages.placeEverOf(params?.['personId'] ?? '');
      return place === null || !actor.can('person.read', place.path) ? null : { path: place.path, visible: true };
    });
  }

  @Endpoint(people.list)
  async list(@Caller() actor: Actor, @Input() { query }: InputOf<typeof people.list>) {
    const { page, size, ...filter } = query;
    const found = await this.directory.list(actor.scope('person.read'), filter, page, size);
    return { ...found, can: { create: actor.scope('person.manage').paths.length > 0 } };
  }

  @Endpoint(people.create)
  async create(@Caller() actor: Actor, @Input() { body }: InputOf<typeof people.create>) {
    const { effectiveOn, ...facts } = body;
    return { personId: await this.pages.create(actor, actor.scope('person.manage'), effectiveOn, { ...factsOf(facts), organisationId: body.organisationId }) };
  }

  @Endpoint(people.get)
  get(@Caller() actor: Actor, @Input() { params }: InputOf<typeof people.get>) {
    return this.pages.open(actor, params.personId, actor.scope('person.manage'));
  }

  @Endpoint(people.change)
  async change(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof people.change>) {
    const { revision, effectiveOn, ...facts } = body;
    return { revision: await this.pages.change(actor, actor.scope('person.manage'), params.personId, revision, effectiveOn, factsOf(facts)) };
  }

  @Endpoint(people.listSupervisors)
  async listSupervisors(@Input() { params, query }: InputOf<typeof people.listSupervisors>) {
    const { agencyId } = await this.people.get(this.db, params.personId);
    const found = await this.people.search(this.db, agencyId, query.q, 10);
    return { items: found.filter((one) => one.personId !== params.personId) };
  }

  @Endpoint(people.setContract)
  setContract(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof people.setContract>) {
    return this.pages.setContract(actor, params.personId, body.startsOn, body.endsOn);
  }

  @Endpoint(people.removeContract)
  removeContract(@Caller() actor: Actor, @Input() { params }: InputOf<typeof people.removeContract>) {
    return this.pages.removeContract(actor, params.personId, params.periodId);
  }
}
