import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { AuditService } from '../audit/audit.service.js';
import type { BatchRow } from './import-batches.repository.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportNews } from './import-news.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportSubjects } from './import-subjects.js';

const chunk = 500;

/**
 * Writes a batch, or takes it back, chunk by chunk in the worker. Rows and what became of them commit together, so a killed job
 * goes on behind the last chunk, and a job that runs twice finds nothing left to do.
 */
@Injectable()
export class ImportApplyService {
  constructor(
    private readonly db: Database,
    private readonly batches: ImportBatchesRepository,
    private readonly rows: ImportRowsRepository,
    private readonly subjects: ImportSubjects,
    private readonly audit: AuditService,
    private readonly news: ImportNews,
    private readonly clock: Clock,
  ) {}

  /** @param signal ends between two chunks when the worker stops */
  async apply(batchId: string, signal?: AbortSignal): Promise<void> {
    while (await this.db.tx((tx) => this.applyChunk(tx, batchId))) signal?.throwIfAborted();
  }

  /** @param signal ends between two chunks when the worker stops */
  async undo(batchId: string, signal?: AbortSignal): Promise<void> {
    while (await this.db.tx((tx) => this.undoChunk(tx, batchId))) signal?.throwIfAborted();
  }

  private async applyChunk(tx: Tx, batchId: string): Promise<boolean> {
    const batch = await this.batches.lock(tx, batchId);
    if (batch?.state !== 'applying') return false;
    const subject = this.subjects.of(batch.kind);
    const place = this.subjects.placeOf(batch);
    const pending = await this.rows.nextPending(tx, batchId, chunk);
    if (pending.length === 0) {
      await subject.finish(tx, place);
      await this.end(tx, batch, 'applied');
      return false;
    }
    await this.rows.settle(tx, batchId, await subject.write(tx, place, pending));
    await this.progress(tx, batch, batch.done + pending.length);
    return true;
  }

  private async undoChunk(tx: Tx, batchId: string): Promise<boolean> {
    const batch = await this.batches.lock(tx, batchId);
    if (batch?.state !== 'undoing') return false;
    const subject = this.subjects.of(batch.kind);
    const place = this.subjects.placeOf(batch);
    const written = await this.rows.nextWritten(tx, batchId, chunk);
    if (written.length === 0) {
      await subject.finish(tx, place);
      await this.end(tx, batch, 'undone');
      return false;
    }
    await this.rows.settle(tx, batchId, await subject.takeBack(tx, place, written));
    await this.progress(tx, batch, batch.done + written.length);
    return true;
  }

  private async progress(tx: Tx, batch: BatchRow, done: number): Promise<void> {
    await this.batches.updateProgress(tx, batch.id, batch.state, batch.run, done, batch.total);
    await this.news.tell(tx, batch, batch.state, done, batch.total);
  }

  private async end(tx: Tx, batch: BatchRow, state: 'applied' | 'undone'): Promise<void> {
    const now = this.clock.now();
    await this.batches.update(tx, batch.id, state === 'applied' ? { state, appliedAt: now } : { state, undoneAt: now });
    const counts = (await this.rows.counts(tx, [batch.id])).get(batch.id);
    await this.audit.record(tx, {
      actor: { personId: batch.createdBy, agencyId: batch.agencyId }, agencyId: batch.agencyId,
      action: `imports.${state}`, subject: { kind: 'import', id: batch.id }, details: { kind: batch.kind, ...counts },
    });
    await this.news.tell(tx, batch, state, batch.total, batch.total);
  }
}
