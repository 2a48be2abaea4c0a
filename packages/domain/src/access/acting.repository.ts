import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { ActingEntity } from './acting.entity.js';
import type { Grant } from './actor.js';
import { grantsOf } from './grants.sql.js';

@Injectable()
export class ActingRepository {
  async insert(tx: Tx, acting: ActingEntity): Promise<void> {
    await tx.repository(ActingEntity).insert(acting);
  }

  /** Ends what this session acts as; what has run out ended when it ran out. */
  async updateEnd(reader: Reader, sessionId: string, now: Date): Promise<void> {
    await reader.query('update acting set ended_at = least(until, $2) where session_id = $1 and ended_at is null', [sessionId, now]);
  }

  /** Whom an admin would act as: where they work, and all that they hold now; null when there is no such person. */
  async findSubject(reader: Reader, personId: string, now: Date): Promise<{ agencyId: string; path: string; grants: Grant[] } | null> {
    const [row] = await reader.query<{ agencyId: string; path: string; grants: Grant[] }>(
      `select p.agency_id as "agencyId", o.path::text as path, ${grantsOf('p.id', '$2')} as grants
       from person p join organisation o on o.id = p.organisation_id where p.id = $1 and p.merged_into_id is null`,
      [personId, now],
    );
    return row ?? null;
  }

  /** What the person is told; null when there is none. */
  async findFacts(reader: Reader, id: string): Promise<{ personId: string; admin: string; reason: string } | null> {
    const [row] = await reader.query<{ personId: string; admin: string; reason: string }>(
      'select ac.subject_id as "personId", admin.name as admin, ac.reason from acting ac join person admin on admin.id = ac.admin_id where ac.id = $1',
      [id],
    );
    return row ?? null;
  }
}
