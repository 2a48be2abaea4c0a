import { Injectable } from '@nestjs/common';
import type { MergePreview } from '@pamong/contract/merging';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { dayIn } from '@pamong/platform/clock/days';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { MergingRepository } from './merging.repository.js';
import type { MergeRecord } from './merging.repository.js';
import { currentNumber } from './merging.rules.js';
import { fullName } from './names.rules.js';
import { peopleMerged } from './people.jobs.js';
import { PeopleFactsRepository } from './people-facts.repository.js';
import type { MergeConflict, MergePair } from './person-mergers.js';
import { PersonMergers } from './person-mergers.js';
import type { Editor } from './person-page.service.js';
import { SupervisorsService } from './supervisors.service.js';

/** The revisions of both records as whoever confirms has seen them. */
export interface SeenRevisions {
  readonly kept: number;
  readonly gone: number;
}

/**
 * Two records of one person become one, for good: with a preview, then in one transaction. The record that goes stays as a row that leads
 * to the other (docs/decisions/merging-people.md).
 */
@Injectable()
export class MergingService {
  constructor(
    private readonly db: Database,
    private readonly records: MergingRepository,
    private readonly facts: PeopleFactsRepository,
    private readonly mergers: PersonMergers,
    private readonly supervisors: SupervisorsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * What would become of both records, in words, and what stands against it. Changes nothing.
   * @throws Problem MERGE_SAME_PERSON, PERSON_MERGED when one of them has gone already, NOT_FOUND
   */
  async preview(actor: Editor, keptId: string, goneId: string): Promise<z.input<typeof MergePreview>> {
    const { kept, gone, pair } = await this.pairOf(this.db, keptId, goneId, actor);
    const numbers = await this.records.listNumbers(this.db, [keptId, goneId]);
    const side = (record: MergeRecord) => {
      const current = currentNumber(numbers.filter((one) => one.personId === record.personId));
      const { personId, revision, agency, unit, employmentKind, status, post, birthDate, email, phone, account } = record;
      return {
        personId, revision, agency, unit, employmentKind, status, post, birthDate, email, phone, account,
        fullName: fullName(record), number: current === null ? null : current.number, createdAt: record.createdAt.toISOString(),
      };
    };
    const parts = [];
    for (const merger of this.mergers.list()) {
      const lines = await merger.preview(this.db, pair);
      if (lines.length > 0) parts.push({ key: merger.key, title: merger.title, lines });
    }
    return { kept: side(kept), gone: side(gone), parts, conflicts: (await this.conflicts(this.db, pair)).map(({ code, params }) => ({ code, params: params ?? {} })) };
  }

  /**
   * Merges. Pressing twice is pressing once.
   * @returns the person who stays
   * @throws Problem PERSON_CHANGED when a record is another than the one that was seen; what `preview` throws, and its conflicts
   */
  async merge(actor: Editor, keptId: string, goneId: string, seen: SeenRevisions): Promise<string> {
    return this.db.tx(async (tx) => {
      await this.facts.lock(tx, [keptId, goneId]);
      const found = await this.records.list(tx, [keptId, goneId]);
      if (keptId !== goneId && found.get(goneId)?.mergedIntoId === keptId) return keptId;
      const { kept, gone, pair } = await this.pairOf(tx, keptId, goneId, actor);
      const [conflict] = await this.conflicts(tx, pair);
      if (conflict !== undefined) throw new Problem(conflict.code, conflict.params);
      if (kept.revision !== seen.kept || gone.revision !== seen.gone) throw new Problem('PERSON_CHANGED');
      await this.join(tx, pair, gone);
      return keptId;
    });
  }

  /**
   * Merges as the system, since the person has proved to be the same.
   * @returns what stood against it; nothing has changed then
   */
  async mergeProved(tx: Tx, keptId: string, goneId: string): Promise<MergeConflict[]> {
    await this.facts.lock(tx, [keptId, goneId]);
    const { gone, pair } = await this.pairOf(tx, keptId, goneId, undefined);
    const conflicts = await this.conflicts(tx, pair);
    if (conflicts.length === 0) await this.join(tx, pair, gone);
    return conflicts;
  }

  private async pairOf(reader: Reader, keptId: string, goneId: string, actor: Editor | undefined): Promise<{ kept: MergeRecord; gone: MergeRecord; pair: MergePair }> {
    if (keptId === goneId) throw new Problem('MERGE_SAME_PERSON');
    const found = await this.records.list(reader, [keptId, goneId]);
    const [kept, gone] = [found.get(keptId), found.get(goneId)];
    if (kept === undefined || gone === undefined) throw new Problem('NOT_FOUND');
    for (const record of [kept, gone]) if (record.mergedIntoId !== null) throw new Problem('PERSON_MERGED', { name: record.name });
    const today = dayIn(kept.agencyZone, this.clock.now());
    return { kept, gone, pair: { keptId, goneId, keptAgencyId: kept.agencyId, goneAgencyId: gone.agencyId, actor, today } };
  }

  private async conflicts(reader: Reader, pair: MergePair): Promise<MergeConflict[]> {
    const found: MergeConflict[] = [];
    if (pair.actor !== undefined && [pair.keptId, pair.goneId].includes(pair.actor.personId)) found.push({ code: 'MERGE_YOURSELF' });
    for (const merger of this.mergers.list()) found.push(...((await merger.conflicts?.(reader, pair)) ?? []));
    return found;
  }

  private async join(tx: Tx, pair: MergePair, gone: MergeRecord): Promise<void> {
    const { keptId, goneId, keptAgencyId, goneAgencyId, actor } = pair;
    for (const merger of this.mergers.list()) await merger.move(tx, pair);
    await this.records.join(tx, keptId, goneId, this.clock.now());
    for (const merger of this.mergers.list()) await merger.settle?.(tx, pair);
    for (const agencyId of new Set([keptAgencyId, goneAgencyId])) await this.supervisors.refresh(tx, { agencyId });
    await this.audit.recordAll(tx, [
      { actor, agencyId: keptAgencyId, action: 'people.merged', subject: { kind: 'person', id: keptId }, details: { goneId, by: actor === undefined ? 'proof' : 'admin' } },
      { actor, agencyId: goneAgencyId, action: 'people.merged-into', subject: { kind: 'person', id: goneId }, details: { keptId, revision: gone.revision } },
    ]);
    await this.outbox.publish(tx, peopleMerged, { keptId, goneId });
  }
}
