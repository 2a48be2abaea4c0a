import { Injectable } from '@nestjs/common';
import type { Role } from '@pamong/contract/permissions';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { AuditService } from '../audit/audit.service.js';
import { sessionChannel } from '../accounts/session-channel.js';

/** Grants and takes back roles. */
@Injectable()
export class AccessService {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Grants a role at an organisation from now on, as the system itself (first admin, demo); granting what is held changes nothing.
   * @param until first moment in which it no longer counts; an auditor's must be given
   */
  async grant(tx: Tx, personId: string, role: Role, organisationId: string, until: Date | null = null): Promise<void> {
    const now = this.clock.now();
    const added = await tx.query(
      `insert into role_assignment (id, person_id, role, organisation_id, valid_from, valid_until) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint role_assignment_overlap do nothing returning id`,
      [newId(), personId, role, organisationId, now, until],
    );
    if (added.length === 0) return;
    await this.audit.record(tx, { action: 'access.granted', subject: { kind: 'person', id: personId }, details: { role, organisationId } });
    await this.changed(tx, personId);
  }

  /** Ends a role now, as the system itself; open sessions lose it within 5 s. */
  async end(tx: Tx, personId: string, role: Role, organisationId: string): Promise<void> {
    const ended = await tx.query(
      `update role_assignment set ended_at = $4
       where person_id = $1 and role = $2 and organisation_id = $3 and ended_at is null and (valid_until is null or valid_until > $4) returning id`,
      [personId, role, organisationId, this.clock.now()],
    );
    if (ended.length === 0) return;
    await this.audit.record(tx, { action: 'access.ended', subject: { kind: 'person', id: personId }, details: { role, organisationId } });
    await this.changed(tx, personId);
  }

  /** Tells every API process, at commit, that what this person may do has changed. */
  async changed(tx: Tx, personId: string): Promise<void> {
    await tx.query('select pg_notify($1, $2)', [sessionChannel, personId]);
  }
}
