import { Injectable } from '@nestjs/common';
import type { Me } from '@pamong/contract/session';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Actor } from './actor.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleService } from '../people/people.service.js';

/** What every screen knows of whoever is signed in. */
@Injectable()
export class MeService {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsService,
  ) {}

  async describe(actor: Actor): Promise<z.input<typeof Me>> {
    const person = await this.people.get(this.db, actor.personId);
    const [unit, agency] = await Promise.all([
      this.organisations.get(this.db, person.organisationId),
      this.organisations.get(this.db, person.agencyId),
    ]);
    return {
      personId: person.id,
      name: person.name,
      fullName: person.fullName,
      sex: person.sex,
      employmentKind: person.employmentKind,
      number: person.number,
      post: person.postName,
      rank: person.rankName === null ? person.rankCode : `${person.rankName} (${person.rankCode})`,
      unit: unit.name,
      agency: { id: agency.id, name: agency.name, shortName: agency.shortName },
      email: person.email,
      timeZone: person.timeZone,
      roles: [...new Set(actor.grants.map((grant) => grant.role))],
      can: actor.permissions(),
    };
  }
}
