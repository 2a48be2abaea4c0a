import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { EnrolmentMerger, EnrolmentPair } from '../enrolments/enrolment-mergers.js';
import { EnrolmentMergers } from '../enrolments/enrolment-mergers.js';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers } from '../people/person-mergers.js';
import { LearningService } from './learning.service.js';
import { ProgressRepository } from './progress.repository.js';

/** Lessons that were done under one record or the other are done. */
@Injectable()
export class ProgressMerger implements PersonMerger, EnrolmentMerger {
  readonly key = 'learning';
  readonly title = { id: 'Kemajuan', en: 'Progress' };
  readonly references = { moves: ['lesson_progress.enrolment_id'], follows: [] };

  constructor(
    private readonly learning: LearningService,
    private readonly repository: ProgressRepository,
    mergers: PersonMergers,
    enrolments: EnrolmentMergers,
  ) {
    mergers.add(this);
    enrolments.add(this);
  }

  async progress(reader: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const done = await this.repository.listDone(reader, enrolmentIds);
    return new Map([...done].map(([id, lessons]) => [id, lessons.size]));
  }

  /** Enrolments tell of it. */
  async preview(): Promise<MergeLine[]> {
    return [];
  }

  async join(tx: Tx, { keptId, goneId }: EnrolmentPair): Promise<void> {
    await tx.query(
      `insert into lesson_progress as k (enrolment_id, lesson_id, opened_at, completed_at, detail)
       select $1, lesson_id, opened_at, completed_at, detail from lesson_progress where enrolment_id = $2
       on conflict (enrolment_id, lesson_id) do update set opened_at = least(k.opened_at, excluded.opened_at),
         completed_at = least(k.completed_at, excluded.completed_at), detail = excluded.detail || k.detail`,
      [keptId, goneId],
    );
  }

  async move(): Promise<void> {}

  /** Together the two may have met every rule of a course. */
  async settle(tx: Tx, { keptId }: MergePair): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `select distinct k.id from enrolment e join enrolment k on k.id = e.merged_into_id where e.person_id = $1 and k.completed_at is null order by k.id`,
      [keptId],
    );
    for (const { id } of rows) await this.learning.progressChanged(tx, id);
  }
}
