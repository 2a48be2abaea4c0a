import { Injectable } from '@nestjs/common';
import type { ImportBatch, ImportBatchPage, ImportRow, ImportTab } from '@pamong/contract/imports';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { OrgScope } from '../organisations/org-scope.js';
import { faultSentence } from './fault-sentences.rules.js';
import type { RowFault } from './import-row.entity.js';
import type { BatchRow } from './import-batches.repository.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import type { Counts } from './import-rows.repository.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportSubjects } from './import-subjects.js';
import { undoUntil } from './imports.service.js';

type Page<Item> = { items: Item[]; total: number; page: number; size: number };

const none: Counts = { new: 0, changed: 0, same: 0, error: 0, warned: 0, applied: 0, failed: 0, undone: 0, kept: 0 };

/** What screens read of imports. */
@Injectable()
export class ImportViewsService {
  constructor(
    private readonly db: Database,
    private readonly batches: ImportBatchesRepository,
    private readonly rows: ImportRowsRepository,
    private readonly subjects: ImportSubjects,
    private readonly clock: Clock,
  ) {}

  async list(scope: OrgScope, page: number, size: number): Promise<Page<z.input<typeof ImportBatch>>> {
    const { items, total } = await this.batches.list(this.db, scope, page, size);
    const counts = await this.rows.counts(this.db, items.map(({ id }) => id));
    return { items: items.map((batch) => summary(batch, counts.get(batch.id))), total, page, size };
  }

  /** @throws Problem NOT_FOUND */
  async get(id: string): Promise<z.input<typeof ImportBatchPage>> {
    const batch = await this.batches.find(this.db, id);
    if (batch === null) throw new Problem('NOT_FOUND');
    const counts = (await this.rows.counts(this.db, [id])).get(id) ?? none;
    const applied = batch.state === 'applied';
    return {
      ...summary(batch, counts),
      refusal: batch.refusal,
      columns: this.subjects.of(batch.kind).columns.map(({ key, title, required }) => ({ key, title, required })),
      headers: batch.headers.map(({ title, samples }) => ({ title, samples: [...samples] })),
      mapping: batch.mapping,
      appliedAt: batch.appliedAt?.toISOString() ?? null,
      undoUntil: applied ? undoUntil(batch).toISOString() : null,
      can: {
        map: batch.fileKey !== null && (batch.state === 'mapping' || batch.state === 'checked'),
        apply: batch.state === 'checked' && batch.fileKey !== null && counts.new + counts.changed > 0,
        undo: applied && counts.applied > 0 && undoUntil(batch) >= this.clock.now(),
        discard: ['checking', 'mapping', 'checked', 'refused', 'failed'].includes(batch.state),
      },
    };
  }

  async listRows(id: string, tab: ImportTab, language: 'id' | 'en', page: number, size: number): Promise<Page<z.input<typeof ImportRow>>> {
    const batch = await this.batches.find(this.db, id);
    if (batch === null) throw new Problem('NOT_FOUND');
    const titles = new Map(this.subjects.of(batch.kind).columns.map((column) => [column.key, column.title]));
    const { items, total } = await this.rows.list(this.db, id, tab, page, size);
    const said = (fault: RowFault) => ({ column: fault.column === null ? null : (titles.get(fault.column) ?? fault.column), code: fault.code, value: fault.value ?? null, ...faultSentence(fault, language) });
    return {
      page, size, total,
      items: items.map(({ row, label, subjectId, changes, faults, warnings }) => ({
        row, label, subjectId,
        changes: changes.map((change) => ({ ...change, title: titles.get(change.column) ?? change.column })),
        faults: faults.map(said),
        warnings: warnings.map(said),
      })),
    };
  }
}

function summary(batch: BatchRow, counts: Counts = none): z.input<typeof ImportBatch> {
  const { id, kind, state, fileName, fileBytes, createdAt, createdByName, done, total } = batch;
  return { id, kind, state, fileName, bytes: fileBytes, createdAt: createdAt.toISOString(), createdBy: createdByName, counts, progress: { done, total } };
}
