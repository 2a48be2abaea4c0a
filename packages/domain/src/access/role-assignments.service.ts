import { Injectable } from '@nestjs/common';
import type { GrantRole, RoleAssignment, access } from '@pamong/contract/access';
import { Problem } from '@pamong/contract/kernel/problem';
import type { InputOf } from '@pamong/contract/kernel/route';
import { agencyRoles, roles, rolesWithEnd } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { explainConstraints } from '../constraint-problems.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { fullName } from '../people/names.rules.js';
import { roleGranted } from './access.jobs.js';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { LastAdmins } from './last-admins.js';
import type { AssignmentRow } from './role-assignments.repository.js';
import { periodOf } from './role-period.js';
import { RoleAssignmentsRepository } from './role-assignments.repository.js';

explainConstraints({ role_assignment_overlap: 'ROLE_HELD_ALREADY', role_assignment_auditor_check: 'ROLE_NEEDS_END' });

type Assignment = z.input<typeof RoleAssignment>;
type Given = z.output<typeof GrantRole>;

/** How long an ending can be taken back, so that the history tells what was and not what was clicked. */
const restoreMinutes = 10;
const shownAtOnce = 20;

/** Gives people roles, ends them and lists them, within what the caller may give. */
@Injectable()
export class RoleAssignmentsService {
  constructor(
    private readonly db: Database,
    private readonly assignments: RoleAssignmentsRepository,
    private readonly access: AccessService,
    private readonly lastAdmins: LastAdmins,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Roles in the organisations into which the caller may look. */
  async list(actor: Actor, query: InputOf<typeof access.listAssignments>['query']) {
    const { q, page, size, personId = null, role = null, organisationId = null, state = null } = query;
    const filter = { scope: actor.scope('role.read'), text: q, personId, role, organisationId, state, limit: size, offset: (page - 1) * size };
    const now = this.clock.now();
    const { items, total } = await this.assignments.list(this.db, filter, now);
    return { items: items.map((row) => view(row, actor, now)), total, page, size };
  }

  /**
   * Gives a person of the caller's places a role at an organisation.
   * @throws Problem ROLE_BEYOND_YOURS when the role gives more than the caller holds there
   * @throws Problem ROLE_NEEDS_AGENCY, ROLE_NEEDS_END, ROLE_DATES_INVALID, ROLE_HELD_ALREADY
   * @throws Problem NOT_FOUND when organisation or person lie outside of the caller's places
   */
  grant(actor: Actor, organisationId: string, given: Given): Promise<Assignment> {
    return this.db.tx(async (tx) => {
      const place = await this.organisations.get(tx, organisationId);
      if (!(await this.assignments.hasPerson(tx, actor.scope('role.grant'), given.personId))) throw new Problem('NOT_FOUND');
      if (agencyRoles.includes(given.role) && place.id !== place.agencyId) throw new Problem('ROLE_NEEDS_AGENCY');
      if (!actor.mayGive(given.role, place.path)) throw new Problem('ROLE_BEYOND_YOURS');
      if (rolesWithEnd.includes(given.role) && given.until === undefined) throw new Problem('ROLE_NEEDS_END');
      const { from, until } = await periodOf(tx, this.clock.now(), place.timeZone, given);
      const id = newId();
      await this.assignments.insert(tx, {
        id, personId: given.personId, role: given.role, organisationId, validFrom: from, validUntil: until,
        reason: given.reason ?? null, grantedBy: actor.personId, endedAt: null, endedBy: null,
      });
      await this.audit.record(tx, {
        actor, agencyId: place.agencyId, action: 'access.granted', subject: { kind: 'person', id: given.personId },
        details: { assignmentId: id, role: given.role, organisationId, from: from.toISOString(), until: until?.toISOString() ?? null, reason: given.reason ?? null },
      });
      await this.access.changed(tx, given.personId);
      await this.outbox.publish(tx, roleGranted, { assignmentId: id });
      return this.describe(tx, actor, id);
    });
  }

  /**
   * Ends a role now, or before it began. Ending what has ended changes nothing.
   * @throws Problem ROLE_BEYOND_YOURS; LAST_ADMIN, LAST_PLATFORM_ADMIN when nobody else could administer the agency, or the installation
   */
  end(actor: Actor, assignmentId: string): Promise<Assignment> {
    return this.db.tx(async (tx) => {
      const row = await this.governed(tx, actor, assignmentId);
      await this.refuseLastAdmin(tx, row);
      if (await this.assignments.updateEnd(tx, row.id, actor.personId, this.clock.now())) await this.note(tx, actor, row, 'access.ended');
      return this.describe(tx, actor, assignmentId);
    });
  }

  /**
   * Takes back an ending of the last minutes.
   * @throws Problem ROLE_BEYOND_YOURS, ROLE_HELD_ALREADY; ROLE_END_FINAL when it ended longer ago, or by plan
   */
  restore(actor: Actor, assignmentId: string): Promise<Assignment> {
    return this.db.tx(async (tx) => {
      const row = await this.governed(tx, actor, assignmentId);
      if (!(await this.assignments.updateRestored(tx, row.id, this.restorable()))) throw new Problem('ROLE_END_FINAL');
      await this.note(tx, actor, row, 'access.restored');
      return this.describe(tx, actor, assignmentId);
    });
  }

  /** Where an assignment lies, for the guard; null when there is none. */
  async placeOf(assignmentId: string): Promise<string | null> {
    return (await this.assignments.find(this.db, assignmentId))?.path ?? null;
  }

  /** Whom an assignment concerns and where, for a message; null when there is none. */
  async factsOf(reader: Reader, assignmentId: string): Promise<{ personId: string; place: string } | null> {
    const row = await this.assignments.find(reader, assignmentId);
    return row === null ? null : { personId: row.personId, place: row.organisationName };
  }

  /** People of the caller's places whose name or number holds the text. */
  async listCandidates(actor: Actor, text: string) {
    const found = await this.assignments.listPeople(this.db, actor.scope('role.read'), text, shownAtOnce);
    return found.map((person) => ({ id: person.id, fullName: fullName(person), unit: person.unit }));
  }

  /** Organisations of the caller's places, each with the roles that the caller may give there. */
  async listPlaces(actor: Actor, text: string) {
    const found = await this.assignments.listPlaces(this.db, actor.scope('role.read'), text, shownAtOnce);
    return found.map(({ path, ...place }) => ({
      ...place,
      grantable: roles.filter((role) => actor.mayGive(role, path) && (place.isAgency || !agencyRoles.includes(role))),
    }));
  }

  private async describe(tx: Tx, actor: Actor, id: string): Promise<Assignment> {
    const row = await this.assignments.find(tx, id);
    if (row === null) throw new Problem('NOT_FOUND');
    return view(row, actor, this.clock.now());
  }

  /** An assignment that the caller may end: whoever could give it. */
  private async governed(tx: Tx, actor: Actor, id: string): Promise<AssignmentRow> {
    const row = await this.assignments.find(tx, id);
    if (row === null) throw new Problem('NOT_FOUND');
    if (!actor.mayGive(row.role, row.path)) throw new Problem('ROLE_BEYOND_YOURS');
    return row;
  }

  private async refuseLastAdmin(tx: Tx, row: AssignmentRow): Promise<void> {
    const now = this.clock.now();
    const counts = row.endedAt === null && row.validFrom <= now && (row.validUntil === null || row.validUntil > now);
    if (counts && agencyRoles.includes(row.role)) await this.lastAdmins.refuseWithout(tx, { personIds: [row.personId], agencyId: row.agencyId, role: row.role });
  }

  private async note(tx: Tx, actor: Actor, row: AssignmentRow, action: 'access.ended' | 'access.restored'): Promise<void> {
    const details = { assignmentId: row.id, role: row.role, organisationId: row.organisationId };
    await this.audit.record(tx, { actor, agencyId: row.agencyId, action, subject: { kind: 'person', id: row.personId }, details });
    await this.access.changed(tx, row.personId);
  }

  private restorable(): Date {
    return new Date(this.clock.now().getTime() - restoreMinutes * 60_000);
  }
}

function view(row: AssignmentRow, actor: Actor, now: Date): Assignment {
  const ended = row.endedAt !== null || (row.validUntil !== null && row.validUntil <= now);
  const mayGive = actor.mayGive(row.role, row.path);
  return {
    id: row.id,
    person: { id: row.personId, fullName: fullName(row), unit: row.unit },
    role: row.role,
    organisation: { id: row.organisationId, name: row.organisationName, isAgency: row.isAgency },
    from: row.validFrom.toISOString(),
    until: row.validUntil?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    state: ended ? 'ended' : row.validFrom > now ? 'upcoming' : 'active',
    reason: row.reason,
    grantedBy: row.grantedBy,
    endedBy: row.endedBy,
    can: { end: mayGive && !ended, restore: mayGive && row.endedAt !== null && now.getTime() - row.endedAt.getTime() <= restoreMinutes * 60_000 },
  };
}
