import { Injectable } from '@nestjs/common';
import type { ImportState } from '@pamong/contract/imports';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { OrgScope } from '../organisations/org-scope.js';
import { ImportBatchEntity } from './import-batch.entity.js';

/** A batch with what lists and jobs need beside it. */
export interface BatchRow extends ImportBatchEntity {
  readonly path: string;
  readonly timeZone: string;
  readonly createdByName: string;
}

const columns = `
  b.id, b.agency_id as "agencyId", b.organisation_id as "organisationId", b.kind, b.state, b.file_name as "fileName", b.file_bytes as "fileBytes",
  b.file_key as "fileKey", b.refusal, b.headers, b.mapping, b.run, b.done, b.total, b.effective_on::text as "effectiveOn", b.created_by as "createdBy",
  b.created_at as "createdAt", b.checked_at as "checkedAt", b.applied_at as "appliedAt", b.undone_at as "undoneAt", b.inviting_by as "invitingBy",
  o.path::text as path, a.time_zone as "timeZone", p.name as "createdByName"`;
const from = `from import_batch b join organisation o on o.id = b.organisation_id join organisation a on a.id = b.agency_id join person p on p.id = b.created_by`;
const inScope = `('' = any($1::text[]) or o.path <@ any(array(select g::ltree from unnest($1::text[]) g where g <> '')))`;

@Injectable()
export class ImportBatchesRepository {
  async insert(tx: Tx, batch: ImportBatchEntity): Promise<void> {
    await tx.repository(ImportBatchEntity).insert(batch);
  }

  async find(reader: Reader, id: string): Promise<BatchRow | null> {
    const [row] = await reader.query<BatchRow>(`select ${columns} ${from} where b.id = $1`, [id]);
    return row ?? null;
  }

  /** Locks the batch, so that of two jobs and a person one comes after the other. */
  async lock(tx: Tx, id: string): Promise<BatchRow | null> {
    const [row] = await tx.query<BatchRow>(`select ${columns} ${from} where b.id = $1 for update of b`, [id]);
    return row ?? null;
  }

  async list(reader: Reader, scope: OrgScope, page: number, size: number): Promise<{ items: BatchRow[]; total: number }> {
    const items = await reader.query<BatchRow>(`select ${columns} ${from} where ${inScope} order by b.created_at desc, b.id limit $2 offset $3`, [scope.paths, size, (page - 1) * size]);
    const [row] = await reader.query<{ count: number }>(`select count(*)::int as count from import_batch b join organisation o on o.id = b.organisation_id where ${inScope}`, [scope.paths]);
    return { items, total: row?.count ?? 0 };
  }

  /** Changes what is named. */
  async update(tx: Reader, id: string, change: Partial<Omit<ImportBatchEntity, 'id'>>): Promise<void> {
    await tx.repository(ImportBatchEntity).update({ id }, change as Parameters<ReturnType<typeof tx.repository<ImportBatchEntity>>['update']>[1]);
  }

  /** Progress of the step under way; nothing when the batch has gone on to another. */
  async updateProgress(reader: Reader, id: string, state: ImportState, run: number, done: number, total: number): Promise<void> {
    await reader.query('update import_batch set done = $4, total = $5 where id = $1 and state = $2 and run = $3', [id, state, run, done, total]);
  }

  /** The unit of this path with the agency it belongs to. */
  async findPlace(reader: Reader, path: string): Promise<{ id: string; agencyId: string } | null> {
    const [row] = await reader.query<{ id: string; agencyId: string }>('select id, agency_id as "agencyId" from organisation where path = $1::ltree', [path]);
    return row ?? null;
  }

  /** Batches whose data is to go: applied ones after the days of undoing, the others that nobody has touched for as long. */
  async listOver(reader: Reader, before: Date): Promise<{ id: string; fileKey: string | null }[]> {
    return reader.query(
      `select id, file_key as "fileKey" from import_batch
       where state not in ('applying', 'undoing') and file_key is not null and coalesce(undone_at, applied_at, checked_at, created_at) < $1 limit 200`,
      [before],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from import_row where batch_id = $1', [id]);
    await tx.query('delete from import_batch where id = $1', [id]);
  }
}
