import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { explainConstraints } from '../constraint-problems.js';
import { PersonTransferEntity } from './person-transfer.entity.js';

explainConstraints({ person_transfer_open_key: 'TRANSFER_OPEN', person_transfer_agencies_check: 'TRANSFER_SAME_AGENCY' });

interface Named { readonly id: string; readonly name: string }
interface NameParts { readonly titleBefore: string | null; readonly name: string; readonly titleAfter: string | null }

/** A transfer as lists show it. */
export interface TransferRow extends Pick<PersonTransferEntity, 'id' | 'state' | 'effectiveOn' | 'note' | 'decisionNote' | 'askedBy' | 'proposedAt' | 'decidedAt' | 'appliedAt'> {
  readonly person: NameParts & { readonly personId: string; readonly number: string | null; readonly post: string | null };
  readonly from: Named;
  readonly to: Named;
  readonly toUnit: Named | null;
  readonly proposedBy: NameParts;
  readonly decidedBy: NameParts | null;
}

/** What its news is about. */
export interface TransferFacts extends Pick<PersonTransferEntity, 'askedBy' | 'proposedById' | 'decidedById'> {
  readonly person: NameParts & { readonly id: string };
  readonly from: Named;
  readonly to: Named;
  readonly unit: string | null;
  readonly reason: string | null;
}

/** Agencies whose transfers are asked for; all of the installation where `everywhere`. */
export interface TransferFilter {
  readonly everywhere: boolean;
  readonly agencyIds: readonly string[];
  readonly side: 'in' | 'out' | undefined;
  readonly state: string | undefined;
}

const parts = (alias: string) => `'titleBefore', ${alias}.title_before, 'name', ${alias}.name, 'titleAfter', ${alias}.title_after`;
const mine = `($1::boolean or (coalesce($3, 'in') = 'in' and t.to_agency_id = any($2::uuid[])) or (coalesce($3, 'out') = 'out' and t.from_agency_id = any($2::uuid[])))
  and ($4::text is null or t.state = $4)`;

@Injectable()
export class TransfersRepository {
  list(reader: Reader, { everywhere, agencyIds, side, state }: TransferFilter, page: number, size: number): Promise<TransferRow[]> {
    return reader.query<TransferRow>(
      `select t.id, t.state, t.effective_on::text as "effectiveOn", t.note, t.decision_note as "decisionNote", t.asked_by as "askedBy", t.proposed_at as "proposedAt",
              t.decided_at as "decidedAt", t.applied_at as "appliedAt",
              json_build_object('personId', p.id, ${parts('p')}, 'post', p.post_name, 'number',
                (select n.number from person_number n where n.person_id = p.id and n.valid_until is null and n.kind <> 'NIP_OLD' limit 1)) as person,
              json_build_object('id', f.id, 'name', f.name) as "from", json_build_object('id', o.id, 'name', o.name) as "to",
              case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as "toUnit",
              json_build_object(${parts('a')}) as "proposedBy", case when d.id is null then null else json_build_object(${parts('d')}) end as "decidedBy"
       from person_transfer t join person p on p.id = t.person_id join organisation f on f.id = t.from_agency_id join organisation o on o.id = t.to_agency_id
       left join organisation u on u.id = t.to_organisation_id join person a on a.id = t.proposed_by_id left join person d on d.id = t.decided_by_id
       where ${mine} order by (t.state = 'proposed') desc, t.proposed_at desc, t.id limit $5 offset $6`,
      [everywhere, agencyIds, side ?? null, state ?? null, size, (page - 1) * size],
    );
  }

  async count(reader: Reader, { everywhere, agencyIds, side, state }: TransferFilter): Promise<number> {
    const [row] = await reader.query<{ count: number }>(`select count(*)::int as count from person_transfer t where ${mine}`, [everywhere, agencyIds, side ?? null, state ?? null]);
    return row?.count ?? 0;
  }

  async findFacts(reader: Reader, id: string): Promise<TransferFacts | null> {
    const [row] = await reader.query<TransferFacts>(
      `select t.asked_by as "askedBy", t.proposed_by_id as "proposedById", t.decided_by_id as "decidedById", t.decision_note as reason, u.name as unit,
              json_build_object('id', p.id, ${parts('p')}) as person, json_build_object('id', f.id, 'name', f.name) as "from", json_build_object('id', o.id, 'name', o.name) as "to"
       from person_transfer t join person p on p.id = t.person_id join organisation f on f.id = t.from_agency_id join organisation o on o.id = t.to_agency_id
       left join organisation u on u.id = t.to_organisation_id where t.id = $1`,
      [id],
    );
    return row ?? null;
  }

  listAgencies(reader: Reader, text: string): Promise<Named[]> {
    return reader.query<Named>(
      `select id, name from organisation where kind = 'agency' and closed_at is null and (strpos(lower(name), lower($1)) > 0 or strpos(lower(short_name), lower($1)) > 0)
       order by name, id limit 20`,
      [text],
    );
  }

  async insert(tx: Tx, transfer: PersonTransferEntity): Promise<void> {
    await tx.repository(PersonTransferEntity).insert(transfer);
  }

  async lock(tx: Tx, id: string): Promise<PersonTransferEntity | null> {
    return tx.repository(PersonTransferEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Is one agreed upon whose day has not come? */
  async isWaiting(reader: Reader, personId: string): Promise<boolean> {
    return (await reader.query(`select 1 from person_transfer where person_id = $1 and state = 'accepted' and applied_at is null limit 1`, [personId])).length > 0;
  }

  async update(tx: Tx, id: string, change: Partial<Pick<PersonTransferEntity, 'state' | 'toOrganisationId' | 'decidedById' | 'decidedAt' | 'decisionNote' | 'appliedAt'>>): Promise<void> {
    await tx.repository(PersonTransferEntity).update({ id }, change);
  }

  /** Agreed upon and due by now, each by the day at the receiving agency. */
  async listDue(reader: Reader, now: Date): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `select t.id from person_transfer t join organisation a on a.id = t.to_agency_id
       where t.state = 'accepted' and t.applied_at is null and t.effective_on <= ($1::timestamptz at time zone a.time_zone)::date order by t.effective_on, t.id`,
      [now],
    );
    return rows.map((row) => row.id);
  }

  /** Whoever goes heads no unit of the agency any more, and supervises nobody there by hand. */
  async endTies(tx: Tx, personId: string, agencyId: string, day: string): Promise<void> {
    const heads = 'from organisation o where o.id = h.organisation_id and o.agency_id = $2 and h.person_id = $1';
    await tx.query(`delete from organisation_head h using organisation o where o.id = h.organisation_id and o.agency_id = $2 and h.person_id = $1 and h.valid_from >= $3::date`, [personId, agencyId, day]);
    await tx.query(`update organisation_head h set valid_until = $3::date - 1 ${heads} and coalesce(h.valid_until, $3::date) >= $3::date`, [personId, agencyId, day]);
    await tx.query(`delete from person_supervisor v using person p where p.id = v.person_id and p.agency_id = $2 and v.supervisor_id = $1 and v.valid_from >= $3::date`, [personId, agencyId, day]);
    await tx.query(
      `update person_supervisor v set valid_until = $3::date - 1 from person p
       where p.id = v.person_id and p.agency_id = $2 and v.supervisor_id = $1 and coalesce(v.valid_until, $3::date) >= $3::date`,
      [personId, agencyId, day],
    );
  }
}
