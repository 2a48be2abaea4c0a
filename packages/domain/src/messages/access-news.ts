import { Injectable } from '@nestjs/common';
import { Database } from '@pamong/platform/database/database';
import { RoleAssignmentsService } from '../access/role-assignments.service.js';
import { MessagesService } from './messages.service.js';

/** Tells people what happened to their rights. Roles come before messages in the house, so this listens to their events. */
@Injectable()
export class AccessNews {
  constructor(
    private readonly db: Database,
    private readonly messages: MessagesService,
    private readonly assignments: RoleAssignmentsService,
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
}
