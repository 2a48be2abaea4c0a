import { Injectable } from '@nestjs/common';
import type { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { AuditService } from '../audit/audit.service.js';

const windowMs = 60_000;
/** Who sends nonsense by the thousand finds room for this much of it in the trail, which nobody can shorten. */
const mostPerWindow = 20;
const longestReason = 200;

/** Writes refused sign-ons through a provider into the audit trail. */
@Injectable()
export class SignOnTrail {
  private readonly seen = new Map<string, { since: number; count: number }>();

  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param agencyId null where nobody knows which agency it was: an address that came back twice, or from another browser
   * @param address of the browser; it limits what one place may write
   */
  async refused(problem: Problem, agencyId: string | null, address: string): Promise<void> {
    if (!this.hasRoom(address)) return;
    const reason = problem.cause instanceof Error ? problem.cause.message.slice(0, longestReason) : null;
    await this.db.tx((tx) =>
      this.audit.record(tx, {
        ...(agencyId === null ? {} : { agencyId }),
        action: 'accounts.sign-on-refused', subject: { kind: 'organisation', id: agencyId }, details: { code: problem.code, ...(reason === null ? {} : { reason }) },
      }),
    );
  }

  private hasRoom(address: string): boolean {
    const now = this.clock.now().getTime();
    const known = this.seen.get(address);
    if (known !== undefined && now - known.since < windowMs) return (known.count += 1) <= mostPerWindow;
    if (this.seen.size > 1_000) this.seen.clear();
    this.seen.set(address, { since: now, count: 1 });
    return true;
  }
}
