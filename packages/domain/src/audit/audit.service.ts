import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { currentActingAdmin, currentTraceId } from '@pamong/platform/log/trace';

export interface AuditEntry {
  /** Absent when the system itself acts. Where an admin acts as this person, the row names both. */
  readonly actor?: { readonly personId: string; readonly agencyId: string } | undefined;
  /** The agency whose auditor should see it, where it is not the actor's own. */
  readonly agencyId?: string;
  /** `feature.what-happened`, for example `courses.published`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string | null };
  /** What changed, without secrets; ids rather than names. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes the audit trail. The row commits with the change that it tells of, or not at all. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await this.recordAll(tx, [entry]);
  }

  /** Writes any number of rows in one statement. */
  async recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const adminId = currentActingAdmin();
    const rows = entries.map((entry) => ({
      id: newId(),
      actor: entry.actor === undefined ? null : (adminId ?? entry.actor.personId),
      acting_for: adminId === undefined ? null : (entry.actor?.personId ?? null),
      agency: entry.agencyId ?? entry.actor?.agencyId ?? null,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject: entry.subject.id,
      details: entry.details ?? {},
    }));
    await tx.query(
      `insert into audit_event (id, at, actor_person_id, agency_id, action, subject_kind, subject_id, details, trace_id, acting_for_person_id)
       select id, $2, actor, agency, action, subject_kind, subject, details, $3, acting_for
       from jsonb_to_recordset($1::jsonb) as r(id uuid, actor uuid, acting_for uuid, agency uuid, action text, subject_kind text, subject uuid, details jsonb)`,
      [JSON.stringify(rows), this.clock.now(), currentTraceId() ?? null],
    );
  }
}
