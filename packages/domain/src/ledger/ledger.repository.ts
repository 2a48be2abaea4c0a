import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { EmploymentKind } from '../people/person.entity.js';
import { LedgerEntryEntity } from './ledger-entry.entity.js';
import type { JpRule } from './standing.rules.js';

/** A subordinate as the team's list needs them. */
export interface SubordinateRow {
  readonly personId: string;
  readonly unit: string;
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

  listSubordinates(reader: Reader, supervisorId: string): Promise<SubordinateRow[]> {
    return reader.query<SubordinateRow>(
      `select p.id as "personId", o.name as unit from person p join organisation o on o.id = p.organisation_id
       where p.supervisor_id = $1 order by p.name, p.id limit 200`,
      [supervisorId],
    );
  }
}
