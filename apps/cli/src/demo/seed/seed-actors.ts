import { Actor, platformPath } from '@pamong/domain/access/actor';
import type { Grant } from '@pamong/domain/access/actor';

import type { DemoCatalogue } from '../demo-catalogue.js';
import type { Places } from './seed-organisations.js';
import { roleGrants } from './seed-people.js';
import type { People } from './seed-people.js';

/** Lets the seed act as the demo's people, with exactly the rights that they have when they sign in. */
export class SeedActors {
  constructor(
    private readonly catalogue: DemoCatalogue,
    private readonly places: Places,
    private readonly people: People,
  ) {}

  personId(person: string): string {
    const id = this.people.get(person);
    if (id === undefined) throw new Error(`The demo has no person ${person}`);
    return id;
  }

  as(person: string): Actor {
    const given = this.catalogue.people.find((candidate) => candidate.id === person);
    const unit = given && this.places.get(given.unitId);
    if (!given || !unit) throw new Error(`The demo has no person ${person}`);
    const grants = roleGrants(this.catalogue)
      .filter((grant) => grant.person === person)
      .map(({ role, place }): Grant => ({ role, path: role === 'platform_admin' ? platformPath : (this.places.get(place)?.path ?? '-') }));
    return new Actor(this.personId(person), '', '', unit.agencyId, unit.path, grants);
  }
}
