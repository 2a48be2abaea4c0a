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

  /** Grants a role at an organisation from now on; granting it again changes nothing. */
  async grant(tx: Tx, personId: string, role: Role, organisationId: string): Promise<void> {
    const now = this.clock.now();
    const added = await tx.query(
      `insert into role_assignment (id, person_id, role, organisation_id, valid_from) values ($1, $2, $3, $4, $5)
       on conflict on constraint role_assignment_key do update set valid_until = null where role_assignment.valid_until is not null
       returning id`,
      [newId(), personId, role, organisationId, now],
    );
    if (added.length === 0) return;
    await this.audit.record(tx, { action: 'access.granted', subject: { kind: 'person', id: personId }, details: { role, organisationId } });
    await tx.query('select pg_notify($1, $2)', [sessionChannel, personId]);
  }

  /** Ends a role now; open sessions lose it within 5 s. */
  async end(tx: Tx, personId: string, role: Role, organisationId: string): Promise<void> {
    const ended = await tx.query(
      `update role_assignment set valid_until = $4
       where person_id = $1 and role = $2 and organisation_id = $3 and (valid_until is null or valid_until > $4) returning id`,
      [personId, role, organisationId, this.clock.now()],
    );
    if (ended.length === 0) return;
    await this.audit.record(tx, { action: 'access.ended', subject: { kind: 'person', id: personId }, details: { role, organisationId } });
    await tx.query('select pg_notify($1, $2)', [sessionChannel, personId]);
  }
}
