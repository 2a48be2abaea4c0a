import { Injectable } from '@nestjs/common';
import type { Unit, UnitNode } from '@pamong/contract/organisations';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { CountedUnit } from '../organisations/units.js';
import { UnitsService } from '../organisations/units.service.js';
import { OrganisationHeadsService } from './organisation-heads.service.js';
import { PeopleService } from './people.service.js';

/** Units as screens receive them. */
@Injectable()
export class UnitViews {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsService,
    private readonly heads: OrganisationHeadsService,
    private readonly people: PeopleService,
  ) {}

  /** @param mayManage decides by a unit's ltree path */
  node(unit: CountedUnit, mayManage: (path: string) => boolean): z.input<typeof UnitNode> {
    const { id, parentId, name, shortName, code, unitKind, closed, people, children, path } = unit;
    return { id, parentId, name, shortName, code, unitKind, closed, people, children, can: { manage: mayManage(path) } };
  }

  /** The whole page of a unit. @throws Problem NOT_FOUND */
  async sheet(id: string, mayManage: (path: string) => boolean): Promise<z.input<typeof Unit>> {
    const unit = await this.units.sheet(id);
    const names = await this.people.namesOf(this.db, unit.events.flatMap((event) => event.actorPersonId ?? []));
    return {
      ...this.node(unit, mayManage),
      timeZone: unit.timeZone,
      revision: unit.revision,
      way: [...unit.way],
      mergedInto: unit.mergedInto,
      peopleBelow: unit.peopleBelow,
      unitsBelow: unit.unitsBelow,
      heads: await this.heads.list(this.db, id),
      events: unit.events.map((event) => ({
        id: event.id, at: event.at.toISOString(), kind: event.kind, details: event.details as Record<string, string>, by: names.get(event.actorPersonId ?? '') ?? null,
      })),
    };
  }
}
