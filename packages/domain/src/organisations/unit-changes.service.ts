import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { AuditService } from '../audit/audit.service.js';
import { explainConstraints } from '../constraint-problems.js';
import type { OrganisationEventKind } from './organisation-event.entity.js';
import { treeChanged } from './organisations.jobs.js';
import type { NewOrganisation } from './organisations.service.js';
import { OrganisationsService } from './organisations.service.js';
import { obstacleOf } from './tree-change.rules.js';
import type { TreeEditor, UnitRow } from './units.js';
import { UnitDependants } from './unit-dependants.js';
import { UnitsRepository } from './units.repository.js';

explainConstraints({ organisation_code_key: 'UNIT_CODE_TAKEN' });

/** What may be changed about a unit; what is absent stays. */
export type UnitFacts = Partial<Pick<UnitRow, 'name' | 'shortName' | 'code' | 'unitKind' | 'timeZone'>>;

/** Changes the tree. Each change writes the unit's history and the audit trail, and says that the tree is another one. */
@Injectable()
export class UnitChangesService {
  constructor(
    private readonly db: Database,
    private readonly organisations: OrganisationsService,
    private readonly units: UnitsRepository,
    private readonly dependants: UnitDependants,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem UNIT_CLOSED below a closed unit; UNIT_CODE_TAKEN */
  async create(editor: TreeEditor, parentId: string, given: NewOrganisation): Promise<string> {
    return this.db.tx(async (tx) => {
      const parent = await this.lock(tx, parentId);
      if (parent.closed) throw new Problem('UNIT_CLOSED');
      const unit = await this.organisations.createUnit(tx, parentId, given);
      await this.note(tx, editor, unit, 'created', { name: unit.name, parent: parent.name });
      return unit.id;
    });
  }

  /** Another agency of the installation; who administers it is granted afterwards. */
  async createAgency(editor: TreeEditor, given: { readonly name: string; readonly shortName: string; readonly timeZone: string }): Promise<string> {
    return this.db.tx(async (tx) => {
      const agency = await this.organisations.createAgency(tx, given);
      await this.note(tx, editor, agency, 'created', { name: agency.name, parent: '' });
      return agency.id;
    });
  }

  /** @throws Problem UNIT_CHANGED when the revision is an older one; UNIT_CODE_TAKEN */
  async change(editor: TreeEditor, id: string, revision: number, facts: UnitFacts): Promise<void> {
    await this.db.tx(async (tx) => {
      const unit = await this.lock(tx, id);
      const next = { ...unit, ...facts };
      if (!(await this.units.updateFacts(tx, { ...next, revision }))) throw new Problem('UNIT_CHANGED');
      if (next.name !== unit.name) await this.note(tx, editor, unit, 'renamed', { from: unit.name, to: next.name });
      else await this.audit.record(tx, { actor: editor, agencyId: unit.agencyId, action: 'organisations.changed', subject: { kind: 'organisation', id }, details: facts });
    });
  }

  /**
   * @param mayManage decides by ltree path whether the editor may change the unit that takes this one
   * @throws Problem NOT_FOUND when the editor may not; UNIT_LOOP, UNIT_CLOSED, UNIT_OF_ANOTHER_AGENCY, AGENCY_STAYS (`obstacleOf`)
   */
  async move(editor: TreeEditor, id: string, intoId: string, mayManage: (path: string) => boolean): Promise<void> {
    await this.db.tx(async (tx) => {
      const { unit, into } = await this.lockPair(tx, id, intoId, mayManage);
      if (unit.parentId === into.id) return;
      const from = unit.parentId === null ? null : await this.units.find(tx, unit.parentId);
      await this.units.updateParent(tx, unit, into);
      await this.note(tx, editor, unit, 'moved', { from: from?.name ?? '', to: into.name });
      await this.outbox.publish(tx, treeChanged, { agencyId: unit.agencyId });
    });
  }

  /** People, courses, roles and units below go to the other unit; this one is closed and names it. @throws as `move` */
  async merge(editor: TreeEditor, id: string, intoId: string, mayManage: (path: string) => boolean): Promise<void> {
    await this.db.tx(async (tx) => {
      const { unit, into } = await this.lockPair(tx, id, intoId, mayManage);
      const now = this.clock.now();
      for (const child of await this.units.listChildren(tx, id, true)) await this.units.updateParent(tx, child, into);
      const day = dayIn(unit.timeZone, now);
      for (const dependant of this.dependants.all()) await dependant.handOver(tx, { fromId: id, intoId, day });
      await this.units.updateClosed(tx, id, { at: now, mergedIntoId: into.id });
      await this.note(tx, editor, unit, 'merged', { into: into.name });
      await this.outbox.publish(tx, treeChanged, { agencyId: unit.agencyId });
    });
  }

  /** @throws Problem UNIT_NOT_EMPTY with the numbers while people or open units belong to it; AGENCY_STAYS; UNIT_CLOSED */
  async close(editor: TreeEditor, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const unit = await this.lock(tx, id);
      if (unit.kind === 'agency') throw new Problem('AGENCY_STAYS');
      if (unit.closed) throw new Problem('UNIT_CLOSED');
      const people = await this.dependants.total(tx, 'people', [id]);
      if (people + unit.children > 0) throw new Problem('UNIT_NOT_EMPTY', { people, units: unit.children });
      const now = this.clock.now();
      for (const dependant of this.dependants.all()) await dependant.close?.(tx, id, dayIn(unit.timeZone, now));
      await this.units.updateClosed(tx, id, { at: now, mergedIntoId: null });
      await this.note(tx, editor, unit, 'closed', {});
      await this.outbox.publish(tx, treeChanged, { agencyId: unit.agencyId });
    });
  }

  /** @throws Problem UNIT_CLOSED when the unit above is closed or the unit was merged into another */
  async reopen(editor: TreeEditor, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const unit = await this.lock(tx, id);
      if (!unit.closed) return;
      const parent = unit.parentId === null ? null : await this.units.find(tx, unit.parentId);
      if (unit.mergedIntoId !== null || parent?.closed === true) throw new Problem('UNIT_CLOSED');
      await this.units.updateClosed(tx, id, null);
      await this.note(tx, editor, unit, 'reopened', {});
    });
  }

  private async lock(tx: Tx, id: string): Promise<UnitRow> {
    const found = await this.units.find(tx, id);
    if (found === null) throw new Problem('NOT_FOUND');
    await this.units.lockTree(tx, found.agencyId);
    // Read again: another change may have been under way.
    return (await this.units.find(tx, id)) ?? found;
  }

  private async lockPair(tx: Tx, id: string, intoId: string, mayManage: (path: string) => boolean): Promise<{ unit: UnitRow; into: UnitRow }> {
    const unit = await this.lock(tx, id);
    const into = await this.units.find(tx, intoId);
    if (into === null || !mayManage(into.path)) throw new Problem('NOT_FOUND');
    const obstacle = obstacleOf(unit, into);
    if (obstacle !== null) throw new Problem(obstacle);
    return { unit, into };
  }

  private async note(tx: Tx, editor: TreeEditor, unit: { readonly id: string; readonly agencyId: string }, kind: OrganisationEventKind, details: Record<string, string>): Promise<void> {
    await this.units.insertEvent(tx, { id: newId(), organisationId: unit.id, at: this.clock.now(), kind, details, actorPersonId: editor.personId });
    await this.audit.record(tx, { actor: editor, agencyId: unit.agencyId, action: `organisations.${kind}`, subject: { kind: 'organisation', id: unit.id }, details });
  }
}
