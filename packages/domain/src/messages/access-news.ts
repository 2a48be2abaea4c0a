import { Injectable } from '@nestjs/common';
import { Database } from '@pamong/platform/database/database';
import { ActingService } from '../access/acting.service.js';
import { DelegationsService } from '../access/delegations.service.js';
import { RoleAssignmentsService } from '../access/role-assignments.service.js';
import { MessagesService } from './messages.service.js';

/** Tells people what happened to their rights. Roles come before messages in the house, so this listens to their events. */
@Injectable()
export class AccessNews {
  constructor(
    private readonly db: Database,
    private readonly messages: MessagesService,
    private readonly assignments: RoleAssignmentsService,
    private readonly delegations: DelegationsService,
    private readonly actings: ActingService,
  ) {}

  /** Tells whoever was given a role; once, however often it is called. */
  async tellRole(assignmentId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const facts = await this.assignments.factsOf(tx, assignmentId);
      if (facts === null) return;
      const { personId, place } = facts;
      await this.messages.deliver(tx, { personId, kind: 'access.role-granted', params: { place }, link: '/kelola', naturalKey: `access.role-granted:${assignmentId}` });
    });
  }

  /** Tells both people of a delegation that it was made, or that it ended. */
  async tellDelegation(delegationId: string, happened: 'made' | 'ended'): Promise<void> {
    await this.db.tx(async (tx) => {
      const people = await this.delegations.peopleOf(tx, delegationId);
      if (people === null) return;
      const { giverId, giver, takerId, taker } = people;
      const [toGiver, toTaker] = happened === 'made' ? ['access.delegation-given', 'access.delegation-received'] : ['access.delegation-ended', 'access.delegation-ended'];
      const facts = { link: '/kelola/delegasi', naturalKey: `access.delegation-${happened}:${delegationId}` };
      await this.messages.deliver(tx, { ...facts, personId: giverId, kind: toGiver, params: { name: taker } });
      await this.messages.deliver(tx, { ...facts, personId: takerId, kind: toTaker, params: { name: giver } });
    });
  }

  /** Tells a person who saw Pamong as them, and why. */
  async tellActing(actingId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const facts = await this.actings.factsOf(tx, actingId);
      if (facts === null) return;
      const { personId, admin, reason } = facts;
      await this.messages.deliver(tx, { personId, kind: 'access.acted-as', params: { name: admin, reason }, link: null, naturalKey: `access.acted-as:${actingId}` });
    });
  }
}
