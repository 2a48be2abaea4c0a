import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { sqlState } from '@pamong/platform/database/database';
import { AuditService } from '../audit/audit.service.js';
import { LeavingChecks } from './leaving-checks.js';
import { LoginChangeChecks } from './login-change-checks.js';
import { PeopleFactsRepository } from './people-facts.repository.js';
import type { PersonRow } from './people-writes.repository.js';
import { PeopleWritesRepository } from './people-writes.repository.js';
import { planWrites } from './person-writes.rules.js';
import type { PersonWrite, PersonWritten, StoredPerson } from './person-facts.js';
import { leftStatuses, personFaults } from './person.rules.js';
import { SupervisorsService } from './supervisors.service.js';

/** On whose behalf people are written. */
export interface WriteContext {
  /** All people and all units of the call belong to it. */
  readonly agencyId: string;
  /** Absent when the system itself acts. */
  readonly actor?: { readonly personId: string; readonly agencyId: string } | undefined;
  /** Today in the agency's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Goes into each audit row, for example the id of an import. */
  readonly source?: string;
  /** False where the caller calls `SupervisorsService.refresh` itself after its last batch. */
  readonly refreshSupervisors?: boolean;
  /** A transfer that both sides agreed to: the people may come from another agency. */
  readonly transfers?: boolean;
}

/** The one way in which people are made and changed: by a form, an import, a connector, a transfer. */
@Injectable()
export class PeopleChangesService {
  constructor(
    private readonly facts: PeopleFactsRepository,
    private readonly writes: PeopleWritesRepository,
    private readonly supervisors: SupervisorsService,
    private readonly loginChanges: LoginChangeChecks,
    private readonly leaving: LeavingChecks,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** States on a day by person; unknown ids are left out. */
  async list(reader: Reader, ids: readonly string[], day: string): Promise<StoredPerson[]> {
    return this.facts.list(reader, ids.map((personId) => ({ personId, day })));
  }

  /** States of whoever holds these numbers now, in whatever agency: `agencyId` tells whether the number is taken elsewhere. */
  listByNumbers(reader: Reader, numbers: readonly string[], day: string): Promise<StoredPerson[]> {
    return this.facts.listByNumbers(reader, numbers, day);
  }

  /** Locks one person against every other writer until the transaction ends. */
  lock(tx: Tx, personId: string): Promise<void> {
    return this.facts.lock(tx, [personId]);
  }

  /**
   * Writes people with their histories and audit rows: about 25 statements, however many rows (500 at a time is a good size).
   * A person is named at most once. A new person whose id is there already, or a change whose revision is old, is `stale`;
   * the others are written all the same.
   * @throws Problem PERSON_INVALID `{ personId, field, fault }` when a whole state breaks a rule, STAFF_NUMBER_TAKEN, PERSON_BEYOND_YOURS, LAST_ADMIN (who leaves now), NOT_FOUND (unit or person
   *   of another agency); nothing is written then
   */
  async apply(tx: Tx, context: WriteContext, rows: readonly PersonWrite[]): Promise<PersonWritten[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.personId);
    await this.facts.lock(tx, ids);
    const stored = new Map((await this.facts.list(tx, rows.map((row) => ({ personId: row.personId, day: row.effectiveOn })))).map((person) => [person.personId, person]));
    const histories = await this.facts.listHistories(tx, ids);
    const units = await this.facts.listUnits(tx, [...new Set(rows.flatMap((row) => row.facts.organisationId ?? stored.get(row.personId)?.organisationId ?? []))]);
    for (const person of stored.values()) if (person.agencyId !== context.agencyId && context.transfers !== true) throw new Problem('NOT_FOUND');
    for (const unit of rows.flatMap((row) => row.facts.organisationId ?? [])) if (units.get(unit)?.agencyId !== context.agencyId) throw new Problem('NOT_FOUND');

    const plan = planWrites(rows, stored, histories, units, context.today);
    for (const { personId, state, changed } of plan.states) {
      const finding = changed.length === 0 ? undefined : personFaults(state, context.today)[0];
      if (finding !== undefined) throw new Problem('PERSON_INVALID', { personId, field: finding.field, fault: finding.code });
    }
    await this.checkLoginChanges(tx, context, rows, plan.written);
    await this.checkLeaving(tx, rows, plan.updated);
    const now = this.clock.now();
    await this.writes.insert(tx, plan.inserted, now);
    await this.writes.update(tx, plan.updated, now);
    await this.writes.changeNumbers(tx, plan.numbers);
    await this.writes.changeHistory(tx, 'person_unit', plan.units);
    await this.writes.changeHistory(tx, 'person_status', plan.statuses);
    await this.refuseForeignSupervisors(tx, context.agencyId, plan.supervisors.added.map((row) => ({ personId: row.personId, supervisorId: row.value })));
    await this.writes.changeHistory(tx, 'person_supervisor', plan.supervisors);
    await this.writes.changeContracts(tx, plan.contracts);
    await this.audit.recordAll(tx, plan.written.filter((one) => one.changed.length > 0).map((one) => ({
      actor: context.actor,
      agencyId: context.agencyId,
      action: one.revision === 1 ? 'people.created' : 'people.changed',
      subject: { kind: 'person', id: one.personId },
      // Which facts, not their values: the trail is kept for good, personal data is not.
      details: { facts: one.changed, ...(context.source === undefined ? {} : { source: context.source }) },
    })));
    if (context.refreshSupervisors !== false && plan.movesSupervisors) await this.supervisors.refresh(tx, { agencyId: context.agencyId });
    return plan.written;
  }

  /**
   * Writes one change.
   * @throws Problem PERSON_CHANGED when somebody else was faster, and what `apply` throws
   */
  async change(tx: Tx, context: WriteContext, row: PersonWrite): Promise<PersonWritten> {
    const [written] = await this.apply(tx, context, [row]);
    if (written === undefined || written.stale) throw new Problem('PERSON_CHANGED');
    return written;
  }

  /**
   * Takes back people that an import made. Whoever is in use by now (an account, an enrolment, a role) is kept.
   * @returns ids of those kept
   */
  async remove(tx: Tx, context: WriteContext, ids: readonly string[]): Promise<string[]> {
    const own = [...(await this.facts.listInAgency(tx, context.agencyId, ids))];
    const kept = (await this.tryRemove(tx, own)) ? [] : await this.removeOneByOne(tx, own);
    const gone = own.filter((id) => !kept.includes(id));
    await this.audit.recordAll(tx, gone.map((id) => ({
      actor: context.actor, agencyId: context.agencyId, action: 'people.removed', subject: { kind: 'person', id },
      details: context.source === undefined ? {} : { source: context.source },
    })));
    return kept;
  }

  private async removeOneByOne(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const kept: string[] = [];
    for (const id of ids) if (!(await this.tryRemove(tx, [id]))) kept.push(id);
    return kept;
  }

  /** The database knows every table that refers to a person, also those of later features. */
  private async tryRemove(tx: Tx, ids: readonly string[]): Promise<boolean> {
    await tx.query('savepoint remove_people');
    try {
      await this.writes.remove(tx, ids);
      await tx.query('release savepoint remove_people');
      return true;
    } catch (error) {
      if (sqlState(error) !== '23503') throw error;
      await tx.query('rollback to savepoint remove_people');
      return false;
    }
  }

  /** What the system itself does, and what takes an earlier write back, gives nobody a new way in. */
  private async checkLoginChanges(tx: Tx, { actor }: WriteContext, rows: readonly PersonWrite[], written: readonly PersonWritten[]): Promise<void> {
    if (actor === undefined) return;
    const restored = new Set(rows.filter((row) => row.restores === true).map((row) => row.personId));
    const others = written.filter(({ personId, revision, changed }) => revision > 1 && personId !== actor.personId && !restored.has(personId) && (changed.includes('email') || changed.includes('staffNumber')));
    await this.loginChanges.run(tx, actor.personId, others.map(({ personId }) => personId));
  }

  /** A status of today takes the use of all roles away; taking an earlier write back is not asked. */
  private async checkLeaving(tx: Tx, rows: readonly PersonWrite[], updated: readonly PersonRow[]): Promise<void> {
    const restored = new Set(rows.filter((row) => row.restores === true).map((row) => row.personId));
    const left: readonly unknown[] = leftStatuses;
    await this.leaving.refuse(tx, { personIds: updated.filter((row) => left.includes(row['status']) && !restored.has(row.id)).map((row) => row.id) });
  }

  private async refuseForeignSupervisors(tx: Tx, agencyId: string, given: readonly { personId: string; supervisorId: string }[]): Promise<void> {
    if (given.length === 0) return;
    const known = await this.facts.listInAgency(tx, agencyId, [...new Set(given.map((one) => one.supervisorId))]);
    for (const { personId, supervisorId } of given) {
      const fault = supervisorId === personId ? 'IS_THE_PERSON' : known.has(supervisorId) ? null : 'NOT_IN_AGENCY';
      if (fault !== null) throw new Problem('PERSON_INVALID', { personId, field: 'supervisorId', fault });
    }
  }
}
