import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { parseStaffNumber } from '@pamong/contract/staff-number';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { fullName } from './names.rules.js';
import { PeopleRepository } from './people.repository.js';
import type { EmploymentKind, PersonEntity } from './person.entity.js';
import type { PersonStatus } from './person-status.entity.js';
import { SupervisorsService } from './supervisors.service.js';

export interface NewPerson {
  readonly organisationId: string;
  readonly titleBefore?: string | null;
  readonly name: string;
  readonly titleAfter?: string | null;
  readonly employmentKind: EmploymentKind;
  /** NIP or NI PPPK; its birth date and sex are taken over. */
  readonly staffNumber?: string | null;
  readonly rankCode?: string | null;
  readonly rankName?: string | null;
  readonly postKind?: string | null;
  readonly postName?: string | null;
  readonly birthPlace?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly timeZone?: string;
  readonly externalRef?: string;
}

/** What documents and lists print of a person. */
export interface PersonCard {
  readonly id: string;
  readonly agencyId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly fullName: string;
  readonly sex: 'male' | 'female' | null;
  readonly employmentKind: EmploymentKind;
  readonly number: { readonly kind: 'NIP' | 'NI_PPPK'; readonly value: string } | null;
  readonly rankCode: string | null;
  readonly rankName: string | null;
  readonly postName: string | null;
  readonly supervisorId: string | null;
  readonly email: string | null;
  readonly timeZone: string;
  /** Status of today. */
  readonly status: PersonStatus;
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly organisations: OrganisationsService,
    private readonly supervisors: SupervisorsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem NOT_FOUND when the unit does not exist
   * @throws Problem STAFF_NUMBER_INVALID when the number's form is wrong
   */
  async create(tx: Tx, given: NewPerson): Promise<string> {
    const unit = await this.organisations.get(tx, given.organisationId);
    const now = this.clock.now();
    const number = given.staffNumber ? parseStaffNumber(given.staffNumber, now.getUTCFullYear()) : null;
    if (number !== null && 'fault' in number) throw new Problem('STAFF_NUMBER_INVALID', { fault: number.fault });
    const id = newId();
    const person: PersonEntity = {
      id,
      agencyId: unit.agencyId,
      organisationId: unit.id,
      titleBefore: given.titleBefore ?? null,
      name: given.name,
      titleAfter: given.titleAfter ?? null,
      sex: number?.sex ?? null,
      employmentKind: given.employmentKind,
      rankCode: given.rankCode ?? null,
      rankName: given.rankName ?? null,
      postKind: given.postKind ?? null,
      postName: given.postName ?? null,
      birthPlace: given.birthPlace ?? null,
      birthDate: number?.birthDate ?? null,
      supervisorId: null,
      email: given.email ?? null,
      timeZone: given.timeZone ?? unit.timeZone,
      externalRef: given.externalRef ?? null,
      phone: given.phone ?? null,
      photoKey: null,
      status: 'active',
      mergedIntoId: null,
      revision: 1,
      createdAt: now,
      changedAt: now,
    };
    await this.people.insert(tx, person);
    await this.people.insertFirstDays(tx, person, unit.name, dayIn(unit.timeZone, now));
    if (number !== null) {
      await this.people.insertNumber(tx, {
        id: newId(),
        personId: id,
        kind: number.kind,
        number: number.digits,
        validFrom: `${number.appointmentYear}-${String(number.appointmentMonth ?? 1).padStart(2, '0')}-01`,
        validUntil: null,
      });
    }
    return id;
  }

  /** Where and when somebody was born, for documents that must say so. */
  async birthOf(reader: Reader, personId: string): Promise<{ place: string | null; day: string | null }> {
    const person = await this.people.find(reader, personId);
    return { place: person?.birthPlace ?? null, day: person?.birthDate ?? null };
  }

  /** Sets the supervisor by hand from today on; null lets the head of the unit be it again. */
  async setSupervisor(tx: Tx, personId: string, supervisorId: string | null): Promise<void> {
    const { timeZone } = await this.get(tx, personId);
    await this.people.replaceSupervisor(tx, personId, supervisorId, dayIn(timeZone, this.clock.now()));
    await this.supervisors.refresh(tx, { personIds: [personId] });
  }

  /** @param startsOn first day, `YYYY-MM-DD`; @param endsOn last day */
  async addContractPeriod(tx: Tx, personId: string, startsOn: string, endsOn: string): Promise<void> {
    await this.people.insertContractPeriod(tx, { id: newId(), personId, startsOn, endsOn });
  }

  /** The contract year that holds `day` (`YYYY-MM-DD`), if the person has one. */
  contractPeriodOn(reader: Reader, personId: string, day: string): Promise<{ startsOn: string; endsOn: string } | null> {
    return this.people.findContractPeriod(reader, personId, day);
  }

  /** Sets the address that the person is written to. Whoever calls has proved it, or may edit the person. */
  async setEmail(tx: Tx, personId: string, email: string | null): Promise<void> {
    await this.people.updateEmail(tx, personId, email, this.clock.now());
  }

  /** @throws Problem NOT_FOUND */
  async get(reader: Reader, id: string): Promise<PersonCard> {
    const person = await this.people.find(reader, id);
    if (person === null) throw new Problem('NOT_FOUND');
    return card(person, await this.people.findNumber(reader, id));
  }

  /** The person behind a record: itself, or the one that it was merged into; it stays so until the transaction ends. */
  ownerOf(tx: Tx, personId: string): Promise<string> {
    return this.people.lockOwner(tx, personId);
  }

  /** People of an agency whose name holds the text, by name. */
  async search(reader: Reader, agencyId: string, text: string, limit: number) {
    const found = await this.people.search(reader, agencyId, text, limit);
    return found.map((person) => ({ personId: person.id, fullName: fullName(person), post: person.postName, unit: person.unit }));
  }

  /** How many of these people the agency has. */
  countInAgency(reader: Reader, agencyId: string, ids: readonly string[]): Promise<number> {
    return this.people.countInAgency(reader, agencyId, ids);
  }

  /** Full names by id, with degrees. */
  async namesOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.people.listNames(reader, [...new Set(ids)]);
    return new Map(found.map((person) => [person.id, fullName(person)]));
  }

  async findIdByExternalRef(reader: Reader, externalRef: string): Promise<string | null> {
    return (await this.people.findByExternalRef(reader, externalRef))?.id ?? null;
  }
}

function card(person: PersonEntity, number: { kind: 'NIP' | 'NI_PPPK'; number: string } | null): PersonCard {
  const { id, agencyId, organisationId, name, sex, employmentKind, rankCode, rankName, postName, supervisorId, email, timeZone, status } = person;
  return {
    id, agencyId, organisationId, name, sex, employmentKind, rankCode, rankName, postName, supervisorId, email, timeZone, status,
    fullName: fullName(person),
    number: number === null ? null : { kind: number.kind, value: number.number },
  };
}
