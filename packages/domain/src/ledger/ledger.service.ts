import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Live } from '@pamong/platform/live/live';
import { CertificatesService } from '../certificates/certificates.service.js';
import { fullName } from '../people/names.rules.js';
import type { PersonCard } from '../people/people.service.js';
import { PeopleService } from '../people/people.service.js';
import type { EmploymentKind } from '../people/person.entity.js';
import type { PersonStatus } from '../people/person-status.entity.js';
import { countsForTargets } from '../people/person.rules.js';
import type { LedgerEntryEntity } from './ledger-entry.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { periodOf, standingOf } from './standing.rules.js';
import type { Standing } from './standing.rules.js';

/** 1 JP is 45 minutes, rounded down over the whole course (Peraturan LAN 10/2018; asn.md 2.2). */
const RULE_VERSION = 'jp-45-down-1';

/** Hours that were earned before, or elsewhere, and are brought along. */
export interface OpeningHours {
  personId: string;
  /** Day that they count for, `YYYY-MM-DD`. */
  day: string;
  title: string;
  jp: number;
  minutes: number;
  siasnKind: number | null;
  /** Identifies the source, so that bringing it twice records it once. */
  evidence: string;
}

/** A subordinate with their hours. */
export interface TeamStanding {
  personId: string;
  /** With degrees, as printed. */
  name: string;
  post: string | null;
  unit: string;
  employmentKind: EmploymentKind;
  status: PersonStatus;
  /** False while the status asks nothing of the person: hours are recorded, no target stands beside them. */
  counts: boolean;
  standing: Standing;
  lastDay: string | null;
}

/** The append-only record of lesson hours. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly db: Database,
    private readonly entries: LedgerRepository,
    private readonly certificates: CertificatesService,
    private readonly people: PeopleService,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /** Writes the line of an issued certificate; again changes nothing. */
  async recordCertificate(certificateId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const { personId, printed, jp, minutes } = await this.certificates.get(tx, certificateId);
      await this.append(tx, personId, {
        day: printed.completedOn, kind: 'course', title: printed.course, jp, minutes, siasnKind: printed.siasnKind,
        evidence: `certificate:${certificateId}`, certificateId,
      });
    });
  }

  /** Takes the hours of a revoked certificate back with a line of their own, on the day that they counted for. */
  async reverseCertificate(certificateId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const { personId: holderId, printed, jp, minutes } = await this.certificates.get(tx, certificateId);
      // Two records may have become one since the certificate was read.
      const personId = await this.people.ownerOf(tx, holderId);
      const evidence = `certificate:${certificateId}`;
      // Events may overtake each other: without the line there is nothing to take back yet, and the queue tries again.
      if ((await this.entries.findByEvidence(tx, personId, 'course', evidence)) === null) throw new Error(`Certificate ${certificateId} is not in the ledger yet`);
      await this.append(tx, personId, {
        day: printed.completedOn, kind: 'reversal', title: printed.course, jp: -jp, minutes: -minutes, siasnKind: printed.siasnKind, evidence, certificateId,
      });
    });
  }

  /** Records hours brought from elsewhere; the same evidence counts once. */
  async recordOpening(tx: Tx, { personId, ...hours }: OpeningHours): Promise<void> {
    await this.append(tx, personId, { ...hours, kind: 'opening', certificateId: null });
  }

  private async append(tx: Tx, holderId: string, line: Omit<LedgerEntryEntity, 'id' | 'personId' | 'agencyId' | 'ruleVersion' | 'recordedAt'>): Promise<void> {
    // Two records may have become one since somebody read whose hours these are.
    const personId = await this.people.ownerOf(tx, holderId);
    const { agencyId } = await this.people.get(tx, personId);
    const recordedAt = this.clock.now();
    // Minus zero is a number of JavaScript, not of the database.
    const entry = { ...line, jp: line.jp + 0, minutes: line.minutes + 0, id: newId(), personId, agencyId, ruleVersion: RULE_VERSION, recordedAt };
    if (await this.entries.insert(tx, entry)) await this.live.send(tx, { personId, topic: 'ledger.changed', payload: {} });
  }

  /** A person's hours in the period that counts today. */
  async standing(personId: string): Promise<Standing> {
    const person = await this.people.get(this.db, personId);
    return (await this.standingOf(this.db, person)).standing;
  }

  private async standingOf(reader: Reader, person: PersonCard): Promise<{ standing: Standing; lastDay: string | null }> {
    const day = dayIn(person.timeZone, this.clock.now());
    const rule = countsForTargets(person.status) ? await this.entries.findRule(reader, person.agencyId, person.employmentKind, day) : null;
    const contract = rule?.rule === 'ceiling' ? await this.people.contractPeriodOn(reader, person.id, day) : null;
    const period = periodOf(rule, contract, day);
    const { jp, lastDay } = await this.entries.sum(reader, person.id, period.from, period.until);
    return { standing: standingOf(rule, jp, period), lastDay };
  }

  async listOwn(personId: string, page: number, size: number): Promise<{ items: LedgerEntryEntity[]; total: number }> {
    const [items, total] = await this.entries.listOwn(this.db, personId, page, size);
    return { items, total };
  }

  /** Those who report to the supervisor, with their hours, in two statements; read only. */
  async team(supervisorId: string): Promise<TeamStanding[]> {
    const rows = await this.entries.listSubordinates(this.db, supervisorId, this.clock.now());
    const team = rows.map((row) => {
      const counts = countsForTargets(row.status);
      const rule = counts ? row.rule : null;
      return { row, rule, counts, period: periodOf(rule, row.contract, row.day) };
    });
    const sums = await this.entries.sumAll(this.db, team.map(({ row, period }) => ({ personId: row.personId, ...period })));
    return team.map(({ row, rule, counts, period }) => {
      const { jp, lastDay } = sums.get(row.personId) ?? { jp: 0, lastDay: null };
      const { personId, post, unit, employmentKind, status } = row;
      return { personId, name: fullName(row), post, unit, employmentKind, status, counts, standing: standingOf(rule, jp, period), lastDay };
    });
  }
}
