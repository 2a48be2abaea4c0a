import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { EmploymentKind } from '../people/person.entity.js';
import type { PersonStatus } from '../people/person-status.entity.js';
import { LedgerEntryEntity } from './ledger-entry.entity.js';
import type { JpRule } from './standing.rules.js';

/** A subordinate as the team's list needs them. */
export interface SubordinateRow {
  readonly personId: string;
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
  readonly post: string | null;
  readonly unit: string;
  readonly employmentKind: EmploymentKind;
  readonly status: PersonStatus;
  /** Today where the person is. */
  readonly day: string;
  readonly rule: JpRule;
  readonly contract: { readonly startsOn: string; readonly endsOn: string } | null;
}

@Injectable()
export class LedgerRepository {
  /** @returns false when the same evidence was recorded before */
  async insert(tx: Tx, entry: LedgerEntryEntity): Promise<boolean> {
    const added = await tx.query(
      `insert into ledger_entry (id, person_id, agency_id, day, kind, title, jp, minutes, siasn_kind, rule_version, evidence, certificate_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict on constraint ledger_entry_evidence_key do nothing returning id`,
      [
        entry.id, entry.personId, entry.agencyId, entry.day, entry.kind, entry.title, entry.jp, entry.minutes,
        entry.siasnKind, entry.ruleVersion, entry.evidence, entry.certificateId, entry.recordedAt,
      ],
    );
    return added.length === 1;
  }

  findByEvidence(reader: Reader, personId: string, kind: LedgerEntryEntity['kind'], evidence: string): Promise<LedgerEntryEntity | null> {
    return reader.repository(LedgerEntryEntity).findOneBy({ personId, kind, evidence });
  }

  listOwn(reader: Reader, personId: string, page: number, size: number): Promise<[LedgerEntryEntity[], number]> {
    return reader.repository(LedgerEntryEntity).findAndCount({
      where: { personId },
      order: { day: 'DESC', recordedAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
  }

  /** Hours of a person between two days, and the day of the latest line that is not a reversal. */
  async sum(reader: Reader, personId: string, from: string, until: string): Promise<{ jp: number; lastDay: string | null }> {
    const [row] = await reader.query<{ jp: number; lastDay: string | null }>(
      `select coalesce(sum(jp), 0)::int as jp, (max(day) filter (where kind <> 'reversal'))::text as "lastDay"
       from ledger_entry where person_id = $1 and day between $2 and $3`,
      [personId, from, until],
    );
    return row ?? { jp: 0, lastDay: null };
  }

  /** The rule for a kind of staff on a day; the agency's own goes before the national one. */
  async findRule(reader: Reader, agencyId: string, kind: EmploymentKind, day: string): Promise<JpRule> {
    const [row] = await reader.query<NonNullable<JpRule>>(
      `select rule, target from jp_rule
       where employment_kind = $2 and (agency_id = $1 or agency_id is null) and $3::date between valid_from and coalesce(valid_until, 'infinity')
       order by agency_id nulls last, valid_from desc limit 1`,
      [agencyId, kind, day],
    );
    return row ?? null;
  }

  /** Whoever reports to the supervisor and has not left, each with the rule and the contract period of the day where they are. */
  listSubordinates(reader: Reader, supervisorId: string, now: Date): Promise<SubordinateRow[]> {
    return reader.query<SubordinateRow>(
      `select p.id as "personId", p.title_before as "titleBefore", p.name, p.title_after as "titleAfter", p.post_name as post, o.name as unit,
              p.employment_kind as "employmentKind", p.status, d.day::text as day,
              (select json_build_object('rule', r.rule, 'target', r.target) from jp_rule r
               where r.employment_kind = p.employment_kind and (r.agency_id = p.agency_id or r.agency_id is null)
                 and d.day between r.valid_from and coalesce(r.valid_until, 'infinity')
               order by r.agency_id nulls last, r.valid_from desc limit 1) as rule,
              (select json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on) from contract_period c
               where c.person_id = p.id and d.day between c.starts_on and c.ends_on order by c.starts_on desc limit 1) as contract
       from person p join organisation o on o.id = p.organisation_id, lateral (select ($2::timestamptz at time zone p.time_zone)::date as day) d
       where p.supervisor_id = $1 and p.merged_into_id is null and p.status not in ('transferred', 'retired', 'deceased') order by p.name, p.id limit 200`,
      [supervisorId, now],
    );
  }

  /** The sums of many people, each over a period of their own. */
  async sumAll(reader: Reader, periods: readonly { personId: string; from: string; until: string }[]): Promise<Map<string, { jp: number; lastDay: string | null }>> {
    if (periods.length === 0) return new Map();
    const rows = await reader.query<{ personId: string; jp: number; lastDay: string | null }>(
      `select g.person_id as "personId", coalesce(sum(e.jp), 0)::int as jp, (max(e.day) filter (where e.kind <> 'reversal'))::text as "lastDay"
       from unnest($1::uuid[], $2::date[], $3::date[]) as g(person_id, since, until)
       left join ledger_entry e on e.person_id = g.person_id and e.day between g.since and g.until group by g.person_id`,
      [periods.map((one) => one.personId), periods.map((one) => one.from), periods.map((one) => one.until)],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }
}
