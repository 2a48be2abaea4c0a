import { Injectable } from '@nestjs/common';
import type { CreateDelegation, Delegation, delegations } from '@pamong/contract/delegations';
import type { InputOf } from '@pamong/contract/kernel/route';
import { Problem } from '@pamong/contract/kernel/problem';
import { unlendableRoles } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { fullName } from '../people/names.rules.js';
import { PeopleService } from '../people/people.service.js';
import { delegationEnded, roleDelegated } from './access.jobs.js';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { covers } from './actor.js';
import type { DelegationPerson, DelegationRow, OwnRole } from './delegations.repository.js';
import { DelegationsRepository } from './delegations.repository.js';
import { periodOf } from './role-period.js';

type View = z.input<typeof Delegation>;

const shownAtOnce = 20;

/** Lends roles for a time: in an absence, or to the leader of a team. What is lent cannot be lent on. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly db: Database,
    private readonly delegations: DelegationsRepository,
    private readonly access: AccessService,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What the caller lends and is lent, and which roles of their own they may lend. */
  async list(actor: Actor) {
    const rows = (await this.delegations.list(this.db, actor.personId)).map((row) => view(row, this.clock.now()));
    const own = (await this.delegations.listOwnRoles(this.db, actor.personId, this.clock.now())).filter(({ role }) => !unlendableRoles.includes(role));
    return {
      given: rows.filter((row) => row.from.id === actor.personId),
      received: rows.filter((row) => row.to.id === actor.personId),
      lendable: own.map(({ assignmentId, role, organisation }) => ({ assignmentId, role, organisation })),
    };
  }

  /**
   * Lends roles of the caller's own to a colleague of the same agency.
   * @throws Problem NOT_FOUND when the colleague or a role is not there
   * @throws Problem DELEGATION_TO_SELF, DELEGATION_ROLE_FIXED, DELEGATION_PLACE_OUTSIDE, ROLE_DATES_INVALID
   */
  create(actor: Actor, given: z.output<typeof CreateDelegation>): Promise<View> {
    return this.db.tx(async (tx) => {
      if (given.toPersonId === actor.personId) throw new Problem('DELEGATION_TO_SELF');
      const deputy = await this.people.get(tx, given.toPersonId);
      if (deputy.agencyId !== actor.agencyId) throw new Problem('NOT_FOUND');
      const now = this.clock.now();
      const lent = await this.ownRoles(tx, actor, given.assignmentIds, now);
      const place = given.organisationId === undefined ? null : await this.organisations.get(tx, given.organisationId);
      if (place !== null && !lent.every(({ path }) => covers(path, place.path))) throw new Problem('DELEGATION_PLACE_OUTSIDE');
      const zone = (await this.people.get(tx, actor.personId)).timeZone;
      const { from, until } = await periodOf(tx, now, zone, given);
      if (until === null) throw new Problem('ROLE_DATES_INVALID');
      const id = newId();
      await this.delegations.insert(
        tx,
        { id, fromPersonId: actor.personId, toPersonId: deputy.id, reason: given.reason, validFrom: from, validUntil: until, createdAt: now, endedAt: null, endedBy: null },
        lent.map(({ assignmentId, organisation }) => ({ delegationId: id, assignmentId, organisationId: place?.id ?? organisation.id })),
      );
      const details = { delegationId: id, assignmentIds: given.assignmentIds, organisationId: place?.id ?? null, from: from.toISOString(), until: until.toISOString(), reason: given.reason };
      await this.audit.record(tx, { actor, action: 'access.delegated', subject: { kind: 'person', id: deputy.id }, details });
      await this.access.changed(tx, deputy.id);
      await this.outbox.publish(tx, roleDelegated, { delegationId: id });
      return this.describe(tx, actor, id);
    });
  }

  /** What others lend of roles at the places into which the caller may look. */
  async listOthers(actor: Actor, query: InputOf<typeof delegations.listOthers>['query']) {
    const { q, page, size, state = null } = query;
    const now = this.clock.now();
    const filter = { scope: actor.scope('role.read'), exceptPersonId: actor.personId, text: q, state, limit: size, offset: (page - 1) * size };
    const { items, total } = await this.delegations.listOthers(this.db, filter, now);
    return { items: items.map((row) => view(row, now, mayTakeBack(actor, row))), total, page, size };
  }

  /**
   * Ends a delegation: both its people may, and whoever may give all the roles that it lends. Ending what has ended changes nothing.
   * @throws Problem NOT_FOUND to who may not see it; ROLE_BEYOND_YOURS to who sees it and may not give its roles
   */
  end(actor: Actor, delegationId: string): Promise<View> {
    return this.db.tx(async (tx) => {
      const row = await this.delegations.find(tx, delegationId);
      const own = row !== null && (row.giver.id === actor.personId || row.taker.id === actor.personId);
      if (row === null || !(own || row.roles.some(({ path }) => actor.can('role.read', path)))) throw new Problem('NOT_FOUND');
      if (!own && !mayTakeBack(actor, row)) throw new Problem('ROLE_BEYOND_YOURS');
      const ended = await this.delegations.updateEnd(tx, delegationId, actor.personId, this.clock.now());
      if (ended !== null) {
        await this.audit.record(tx, { actor, action: 'access.delegation-ended', subject: { kind: 'person', id: ended.takerId }, details: { delegationId } });
        await this.access.changed(tx, ended.takerId);
        await this.outbox.publish(tx, delegationEnded, { delegationId });
      }
      const after = await this.delegations.find(tx, delegationId);
      return view(after ?? row, this.clock.now());
    });
  }

  /** Both people of a delegation, for messages; null when there is none. */
  peopleOf(reader: Reader, delegationId: string) {
    return this.delegations.findPeople(reader, delegationId);
  }

  /** @throws Problem NOT_ALLOWED for whoever has nothing to lend */
  async listCandidates(actor: Actor, text: string) {
    const own = await this.delegations.listOwnRoles(this.db, actor.personId, this.clock.now());
    if (own.every(({ role }) => unlendableRoles.includes(role))) throw new Problem('NOT_ALLOWED');
    return (await this.delegations.listColleagues(this.db, actor.agencyId, actor.personId, text, shownAtOnce)).map(named);
  }

  listPlaces(actor: Actor, text: string) {
    return this.delegations.listPlaces(this.db, actor.personId, this.clock.now(), text, shownAtOnce);
  }

  private async ownRoles(tx: Tx, actor: Actor, assignmentIds: readonly string[], now: Date): Promise<OwnRole[]> {
    const own = await this.delegations.listOwnRoles(tx, actor.personId, now);
    const lent = [...new Set(assignmentIds)].map((id) => own.find(({ assignmentId }) => assignmentId === id));
    return lent.map((role) => {
      if (role === undefined) throw new Problem('NOT_FOUND');
      if (unlendableRoles.includes(role.role)) throw new Problem('DELEGATION_ROLE_FIXED');
      return role;
    });
  }

  private async describe(tx: Tx, actor: Actor, id: string): Promise<View> {
    const [row] = await this.delegations.list(tx, actor.personId, id);
    if (row === undefined) throw new Problem('NOT_FOUND');
    return view(row, this.clock.now());
  }
}

/** Whoever may give every role of a delegation may take it back. */
function mayTakeBack(actor: Actor, { roles }: DelegationRow): boolean {
  return roles.every(({ role, path }) => actor.mayGive(role, path));
}

const named = ({ id, unit, ...names }: DelegationPerson) => ({ id, fullName: fullName(names), unit });

function view(row: DelegationRow, now: Date, mayEnd = true): View {
  const ended = row.endedAt !== null || row.validUntil <= now;
  return {
    id: row.id,
    from: named(row.giver),
    to: named(row.taker),
    reason: row.reason,
    since: row.validFrom.toISOString(),
    until: row.validUntil.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    state: ended ? 'ended' : row.validFrom > now ? 'upcoming' : 'active',
    roles: row.roles.map(({ role, organisation }) => ({ role, organisation })),
    can: { end: mayEnd && !ended },
  };
}
