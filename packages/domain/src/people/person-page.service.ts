import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Person } from '@pamong/contract/people';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { OrgScope } from '../organisations/org-scope.js';
import { inScope } from '../organisations/org-scope.js';
import { fullName } from './names.rules.js';
import { PeopleChangesService } from './people-changes.service.js';
import type { PersonFacts } from './person-facts.js';
import type { PersonPageRow } from './person-page.repository.js';
import { PersonPageRepository } from './person-page.repository.js';
import { countsForTargets, personWarnings } from './person.rules.js';

/** Whoever acts, for the audit trail. */
export interface Editor {
  readonly personId: string;
  readonly agencyId: string;
}

/** A second look within the hour is the same reading. */
const readingMs = 3600 * 1000;

/** The page of one person: reading it, and what its forms write. */
@Injectable()
export class PersonPageService {
  constructor(
    private readonly db: Database,
    private readonly pages: PersonPageRepository,
    private readonly changes: PeopleChangesService,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Where the person works; null for whoever is gone or merged into another record. */
  placeOf(personId: string): Promise<{ path: string; agencyId: string } | null> {
    return this.pages.findPlace(this.db, personId);
  }

  /** The same for the person behind any record: one that was merged leads to the one that stayed. */
  placeEverOf(personId: string): Promise<{ personId: string; path: string; agencyId: string } | null> {
    return this.pages.findPlaceEver(this.db, personId);
  }

  /**
   * Everything about a person; the reading is recorded once an hour (UU PDP: who looked at personal data).
   * @param askedId also of a record that was merged: then it is the person who stayed
   * @param manages organisations in which the reader may change people
   * @throws Problem NOT_FOUND
   */
  async open(reader: Editor, askedId: string, manages: OrgScope): Promise<z.input<typeof Person>> {
    const personId = (await this.pages.findPlaceEver(this.db, askedId))?.personId ?? askedId;
    const row = await this.pages.find(this.db, personId);
    if (row === null) throw new Problem('NOT_FOUND');
    const now = this.clock.now();
    if (reader.personId !== personId && !(await this.pages.wasOpened(this.db, personId, reader.personId, new Date(now.getTime() - readingMs)))) {
      await this.db.tx((tx) => this.audit.record(tx, { actor: reader, agencyId: row.agency.id, action: 'people.opened', subject: { kind: 'person', id: personId } }));
    }
    return pageOf(row, dayIn(row.agency.timeZone, now), inScope(manages, row.path));
  }

  /**
   * @param manages organisations in which the editor may change people
   * @throws Problem NOT_FOUND for a unit outside of them, and what `PeopleChangesService.apply` throws
   */
  async create(editor: Editor, manages: OrgScope, effectiveOn: string, facts: Partial<PersonFacts> & { readonly organisationId: string }): Promise<string> {
    const personId = newId();
    await this.db.tx(async (tx) => {
      const unit = await this.organisations.get(tx, facts.organisationId);
      if (!inScope(manages, unit.path)) throw new Problem('NOT_FOUND');
      const context = { agencyId: unit.agencyId, actor: editor, today: dayIn(unit.timeZone, this.clock.now()) };
      await this.changes.change(tx, context, { personId, revision: 0, effectiveOn, facts: { timeZone: unit.timeZone, ...facts } });
    });
    return personId;
  }

  /**
   * @throws Problem PERSON_CHANGED when somebody else was faster, NOT_FOUND for a unit outside of `manages`, and what `PeopleChangesService.apply` throws
   * @returns the new revision
   */
  async change(editor: Editor, manages: OrgScope, personId: string, revision: number, effectiveOn: string, facts: Partial<PersonFacts>): Promise<number> {
    return this.db.tx(async (tx) => {
      const place = await this.pages.findPlace(tx, personId);
      if (place === null) throw new Problem('NOT_FOUND');
      const agency = await this.organisations.get(tx, place.agencyId);
      if (facts.organisationId !== undefined && !inScope(manages, (await this.organisations.get(tx, facts.organisationId)).path)) throw new Problem('NOT_FOUND');
      const context = { agencyId: agency.id, actor: editor, today: dayIn(agency.timeZone, this.clock.now()) };
      return (await this.changes.change(tx, context, { personId, revision, effectiveOn, facts })).revision;
    });
  }

  /**
   * Adds a contract period, or corrects the last day of the one that begins that day.
   * @throws Problem CONTRACT_OVERLAPS, PERSON_INVALID when it ends before it starts
   */
  async setContract(editor: Editor, personId: string, startsOn: string, endsOn: string): Promise<void> {
    if (endsOn <= startsOn) throw new Problem('PERSON_INVALID', { personId, field: 'contractEndsOn', fault: 'ENDS_BEFORE_START' });
    await this.db.tx(async (tx) => {
      await this.changes.lock(tx, personId);
      if (await this.pages.overlaps(tx, personId, startsOn, endsOn)) throw new Problem('CONTRACT_OVERLAPS');
      await this.pages.setContract(tx, { id: newId(), personId, startsOn, endsOn });
      await this.recordChange(tx, editor, personId, 'contractStartsOn');
    });
  }

  /** @throws Problem NOT_FOUND when the person has no such period */
  async removeContract(editor: Editor, personId: string, periodId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      if (!(await this.pages.deleteContract(tx, personId, periodId))) throw new Problem('NOT_FOUND');
      await this.recordChange(tx, editor, personId, 'contractStartsOn');
    });
  }

  private async recordChange(tx: Parameters<AuditService['record']>[0], editor: Editor, personId: string, fact: string): Promise<void> {
    const agencyId = (await this.pages.findPlace(tx, personId))?.agencyId ?? editor.agencyId;
    await this.audit.record(tx, { actor: editor, agencyId, action: 'people.changed', subject: { kind: 'person', id: personId }, details: { facts: [fact] } });
  }
}

function pageOf(row: PersonPageRow, today: string, manage: boolean): z.input<typeof Person> {
  const { id, path: _, agency, supervisor, supervisors, numbers, createdAt, changedAt, ...rest } = row;
  const current = numbers.find((number) => number.until === null && number.kind !== 'NIP_OLD');
  const byHand = supervisors.find((one) => one.from <= today && (one.until === null || one.until >= today));
  return {
    ...rest,
    personId: id,
    agency: { id: agency.id, name: agency.name },
    way: [...row.way],
    fullName: fullName(row),
    number: current === undefined ? null : { kind: current.kind as 'NIP' | 'NI_PPPK', value: current.value },
    counts: countsForTargets(row.status),
    supervisor: supervisor === null ? null : {
      personId: supervisor.personId, fullName: fullName(supervisor), post: supervisor.post,
      byHand: byHand?.personId === supervisor.personId, until: byHand?.personId === supervisor.personId ? byHand.until : null,
    },
    numbers: [...numbers],
    units: [...row.units],
    statuses: [...row.statuses],
    supervisors: supervisors.map((one) => ({ personId: one.personId, fullName: fullName(one), from: one.from, until: one.until })),
    contractPeriods: [...row.contractPeriods],
    warnings: personWarnings({ ...row, staffNumber: current?.value ?? null }, today).map((warning) => warning.code),
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    today,
    can: { manage },
  };
}
