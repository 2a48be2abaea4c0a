import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { ContractPeriodEntity } from './contract-period.entity.js';
import { PersonNumberEntity } from './person-number.entity.js';
import { PersonEntity } from './person.entity.js';

/** What a search shows of a person. */
export type FoundPerson = Pick<PersonEntity, 'id' | 'titleBefore' | 'name' | 'titleAfter' | 'postName'> & { readonly unit: string };

@Injectable()
export class PeopleRepository {
  find(reader: Reader, id: string): Promise<PersonEntity | null> {
    return reader.repository(PersonEntity).findOneBy({ id });
  }

  findByExternalRef(reader: Reader, externalRef: string): Promise<PersonEntity | null> {
    return reader.repository(PersonEntity).findOneBy({ externalRef });
  }

  /** The number that is valid now. */
  async findNumber(reader: Reader, personId: string): Promise<{ kind: 'NIP' | 'NI_PPPK'; number: string } | null> {
    const [row] = await reader.query<{ kind: 'NIP' | 'NI_PPPK'; number: string }>(
      `select kind, number from person_number where person_id = $1 and valid_until is null and kind <> 'NIP_OLD' order by valid_from desc limit 1`,
      [personId],
    );
    return row ?? null;
  }

  /** The contract year that holds `day` (`YYYY-MM-DD`). */
  async findContractPeriod(reader: Reader, personId: string, day: string): Promise<{ startsOn: string; endsOn: string } | null> {
    const [row] = await reader.query<{ startsOn: string; endsOn: string }>(
      `select starts_on::text as "startsOn", ends_on::text as "endsOn" from contract_period
       where person_id = $1 and $2::date between starts_on and ends_on order by starts_on desc limit 1`,
      [personId, day],
    );
    return row ?? null;
  }

  /** People of an agency whose name holds the text, by name. */
  async search(reader: Reader, agencyId: string, text: string, limit: number): Promise<FoundPerson[]> {
    return reader.query<FoundPerson>(
      `select p.id, p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", p.post_name as "postName", o.name as unit
       from person p join organisation o on o.id = p.organisation_id
       where p.agency_id = $1 and p.merged_into_id is null and strpos(lower(p.name), lower($2)) > 0 order by p.name, p.id limit $3`,
      [agencyId, text, limit],
    );
  }

  async lockOwner(tx: Tx, id: string): Promise<string> {
    const [row] = await tx.query<{ ownerId: string }>('select coalesce(merged_into_id, id) as "ownerId" from person where id = $1 for share', [id]);
    return row?.ownerId ?? id;
  }

  listNames(reader: Reader, ids: readonly string[]): Promise<Pick<PersonEntity, 'id' | 'titleBefore' | 'name' | 'titleAfter'>[]> {
    return reader.query(`select id, title_before as "titleBefore", name, title_after as "titleAfter" from person where id = any($1::uuid[])`, [ids]);
  }

  async countInAgency(reader: Reader, agencyId: string, ids: readonly string[]): Promise<number> {
    const [row] = await reader.query<{ count: number }>('select count(*)::int as count from person where agency_id = $1 and merged_into_id is null and id = any($2::uuid[])', [agencyId, ids]);
    return row?.count ?? 0;
  }

  /** @returns the key of the photo before */
  async updatePhoto(tx: Tx, personId: string, key: string | null): Promise<string | null> {
    const [row] = await tx.query<{ photoKey: string | null }>('select photo_key as "photoKey" from person where id = $1 for update', [personId]);
    await tx.query('update person set photo_key = $2 where id = $1', [personId, key]);
    return row?.photoKey ?? null;
  }

  async insert(tx: Tx, person: PersonEntity): Promise<void> {
    await tx.repository(PersonEntity).insert(person);
  }

  /** The first rows of the histories of unit and status. */
  async insertFirstDays(tx: Tx, person: PersonEntity, unitName: string, day: string): Promise<void> {
    await tx.query('insert into person_unit (id, person_id, organisation_id, unit_name, valid_from) values ($1, $2, $3, $4, $5)', [
      newId(), person.id, person.organisationId, unitName, day,
    ]);
    await tx.query('insert into person_status (id, person_id, status, valid_from) values ($1, $2, $3, $4)', [newId(), person.id, person.status, day]);
  }

  /** From a day on for good; what was set from that day on is replaced. */
  async replaceSupervisor(tx: Tx, personId: string, supervisorId: string | null, day: string): Promise<void> {
    await tx.query('delete from person_supervisor where person_id = $1 and valid_from >= $2', [personId, day]);
    await tx.query('update person_supervisor set valid_until = $2::date - 1 where person_id = $1 and coalesce(valid_until, $2) >= $2', [personId, day]);
    if (supervisorId === null) return;
    await tx.query('insert into person_supervisor (id, person_id, supervisor_id, valid_from) values ($1, $2, $3, $4)', [newId(), personId, supervisorId, day]);
  }

  async insertNumber(tx: Tx, number: PersonNumberEntity): Promise<void> {
    await tx.repository(PersonNumberEntity).insert(number);
  }

  async insertContractPeriod(tx: Tx, period: ContractPeriodEntity): Promise<void> {
    await tx.repository(ContractPeriodEntity).insert(period);
  }

  async updateEmail(tx: Tx, personId: string, email: string | null, now: Date): Promise<void> {
    await tx.query('update person set email = $2, revision = revision + 1, changed_at = $3 where id = $1', [personId, email, now]);
  }
}
