import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { sqlState } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { AuditService } from '../audit/audit.service.js';
import type { OrganisationEventKind } from './organisation-event.entity.js';
import { treeChanged } from './organisations.jobs.js';
import { OrganisationsService } from './organisations.service.js';
import { obstacleOf } from './tree-change.rules.js';
import type { TreeEditor, UnitRow } from './units.js';
import { UnitsRepository } from './units.repository.js';

/** A unit as a file describes it. */
export type UnitState = Pick<UnitRow, 'name' | 'shortName' | 'unitKind' | 'timeZone'> & { readonly code: string; readonly parentId: string };

/** Writes units in the transaction of somebody who writes many; `UnitChangesService` is for one change by one person. */
@Injectable()
export class UnitBatchService {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly units: UnitsRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Before everything else: changes of one tree wait for each other. */
  lock(tx: Tx, agencyId: string): Promise<void> {
    return this.units.lockTree(tx, agencyId);
  }

  /** What a file could describe of the unit now; null when it is gone or the agency itself. */
  async find(tx: Tx, id: string): Promise<(Omit<UnitState, 'code'> & { readonly code: string | null; readonly closed: boolean }) | null> {
    const unit = await this.units.find(tx, id);
    if (unit === null || unit.parentId === null) return null;
    const { name, shortName, unitKind, timeZone, code, parentId, closed } = unit;
    return { name, shortName, unitKind, timeZone, code, parentId, closed };
  }

  /** @throws Problem UNIT_CLOSED, NOT_FOUND */
  async create(tx: Tx, editor: TreeEditor, id: string, state: UnitState): Promise<void> {
    const parent = await this.units.find(tx, state.parentId);
    if (parent === null || parent.agencyId !== editor.agencyId) throw new Problem('NOT_FOUND');
    if (parent.closed) throw new Problem('UNIT_CLOSED');
    const { name, shortName, code, timeZone, unitKind } = state;
    await this.organisations.createUnit(tx, state.parentId, { id, name, shortName, code, timeZone, ...(unitKind === null ? {} : { unitKind }) });
    await this.note(tx, editor, id, 'created', { name, parent: parent.name });
  }

  /**
   * Gives a unit this state; what is the same stays as it is.
   * @throws Problem as `UnitChangesService.move`; NOT_FOUND
   */
  async change(tx: Tx, editor: TreeEditor, id: string, state: Omit<UnitState, 'code'> & { readonly code: string | null }): Promise<void> {
    const unit = await this.units.find(tx, id);
    const parent = await this.units.find(tx, state.parentId);
    if (unit === null || parent === null || unit.agencyId !== editor.agencyId) throw new Problem('NOT_FOUND');
    const { name, shortName, code, unitKind, timeZone } = state;
    await this.units.updateFacts(tx, { id, name, shortName, code, unitKind, timeZone, revision: unit.revision });
    if (name !== unit.name) await this.note(tx, editor, id, 'renamed', { from: unit.name, to: name });
    if (unit.parentId === parent.id) return;
    const obstacle = obstacleOf(unit, parent);
    if (obstacle !== null) throw new Problem(obstacle);
    const from = unit.parentId === null ? null : await this.units.find(tx, unit.parentId);
    await this.units.updateParent(tx, unit, parent);
    await this.note(tx, editor, id, 'moved', { from: from?.name ?? '', to: parent.name });
  }

  /** Takes back a unit that nothing refers to; true when it is gone. */
  async remove(tx: Tx, editor: TreeEditor, id: string): Promise<boolean> {
    await tx.query('savepoint remove_unit');
    try {
      await this.units.remove(tx, id);
    } catch (error) {
      if (sqlState(error) !== '23503') throw error;
      await tx.query('rollback to savepoint remove_unit');
      return false;
    }
    await tx.query('release savepoint remove_unit');
    await this.audit.record(tx, { actor: editor, agencyId: editor.agencyId, action: 'organisations.removed', subject: { kind: 'organisation', id } });
    return true;
  }

  /** Once after the last one. */
  async announce(tx: Tx, agencyId: string): Promise<void> {
    await this.outbox.publish(tx, treeChanged, { agencyId });
  }

  private async note(tx: Tx, editor: TreeEditor, id: string, kind: OrganisationEventKind, details: Record<string, string>): Promise<void> {
    await this.units.insertEvent(tx, { id: newId(), organisationId: id, at: this.clock.now(), kind, details, actorPersonId: editor.personId });
    await this.audit.record(tx, { actor: editor, agencyId: editor.agencyId, action: `organisations.${kind}`, subject: { kind: 'organisation', id }, details });
  }
}
