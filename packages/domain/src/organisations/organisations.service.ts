import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type { OrgScope } from './org-scope.js';
import type { OrganisationEntity } from './organisation.entity.js';
import { OrganisationsRepository } from './organisations.repository.js';

export interface NewOrganisation {
  /** Given by a writer that may come twice; made here otherwise. */
  readonly id?: string;
  readonly name: string;
  readonly shortName: string;
  readonly unitKind?: string;
  /** The agency's own code of the unit. */
  readonly code?: string;
  /** IANA name; a unit without one takes its parent's. */
  readonly timeZone?: string;
  readonly externalRef?: string;
}

/** A place in the tree, as other features need it. */
export interface OrganisationPlace {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly shortName: string;
  readonly path: string;
  readonly timeZone: string;
}

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly clock: Clock,
  ) {}

  async createAgency(tx: Tx, agency: NewOrganisation & { readonly timeZone: string }): Promise<OrganisationPlace> {
    const id = newId();
    return this.insert(tx, { id, parentId: null, agencyId: id, kind: 'agency', path: label(id), timeZone: agency.timeZone }, agency);
  }

  /** @throws Problem NOT_FOUND when the parent does not exist */
  async createUnit(tx: Tx, parentId: string, unit: NewOrganisation): Promise<OrganisationPlace> {
    const parent = await this.get(tx, parentId);
    const id = unit.id ?? newId();
    return this.insert(
      tx,
      { id, parentId, agencyId: parent.agencyId, kind: 'unit', path: `${parent.path}.${label(id)}`, timeZone: unit.timeZone ?? parent.timeZone },
      unit,
    );
  }

  /** @throws Problem NOT_FOUND */
  async get(reader: Reader, id: string): Promise<OrganisationPlace> {
    const found = await this.organisations.find(reader, id);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }

  /** ltree path of an agency or unit; null when there is none. */
  findPath(reader: Reader, id: string): Promise<string | null> {
    return this.organisations.findPath(reader, id);
  }

  /** Agencies that the scope covers as a whole, by name. */
  listAgencies(reader: Reader, scope: OrgScope): Promise<{ id: string; name: string }[]> {
    return this.organisations.listAgencies(reader, scope);
  }

  findByExternalRef(reader: Reader, externalRef: string): Promise<OrganisationPlace | null> {
    return this.organisations.findByExternalRef(reader, externalRef);
  }

  findByPath(reader: Reader, path: string): Promise<OrganisationPlace | null> {
    return this.organisations.findByPath(reader, path);
  }

  private async insert(
    tx: Tx,
    place: Pick<OrganisationEntity, 'id' | 'parentId' | 'agencyId' | 'kind' | 'path' | 'timeZone'>,
    given: NewOrganisation,
  ): Promise<OrganisationPlace> {
    const organisation: OrganisationEntity = {
      ...place,
      name: given.name,
      shortName: given.shortName,
      unitKind: given.unitKind ?? null,
      externalRef: given.externalRef ?? null,
      code: given.code ?? null,
      mergedIntoId: null,
      revision: 1,
      closedAt: null,
      createdAt: this.clock.now(),
    };
    await this.organisations.insert(tx, organisation);
    return organisation;
  }
}

/** An id as a label of an ltree path, which allows no hyphens in older servers. */
function label(id: string): string {
  return id.replaceAll('-', '');
}
