import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { currentTraceId } from '@pamong/platform/log/trace';

export interface AuditEntry {
  /** Absent when the system itself acts. */
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
    await tx.query(
      `insert into audit_event (id, at, actor_person_id, agency_id, action, subject_kind, subject_id, details, trace_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        this.clock.now(),
        entry.actor?.personId ?? null,
        entry.agencyId ?? entry.actor?.agencyId ?? null,
        entry.action,
        entry.subject.kind,
        entry.subject.id,
        JSON.stringify(entry.details ?? {}),
        currentTraceId() ?? null,
      ],
    );
  }
}
