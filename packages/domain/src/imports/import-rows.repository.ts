import { Injectable } from '@nestjs/common';
import type { ImportTab } from '@pamong/contract/imports';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { CheckedRow } from './checked-row.js';
import type { FieldChange, RowFault } from './import-row.entity.js';
import type { PendingRow, RowResult, WrittenRow } from './import-subject.js';

export interface ShownRow {
  readonly row: number;
  readonly label: string;
  readonly subjectId: string | null;
  readonly changes: readonly FieldChange[];
  readonly faults: readonly RowFault[];
  readonly warnings: readonly RowFault[];
}

export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly error: number;
  readonly warned: number;
  readonly applied: number;
  readonly failed: number;
  readonly undone: number;
  readonly kept: number;
}

const ofTab = `case when $2 in ('failed', 'kept') then outcome = $2 when $2 = 'warned' then warnings <> '[]' else verdict = $2 end`;

@Injectable()
export class ImportRowsRepository {
  /** One dry run at a time writes the rows of a batch; what an earlier one wrote goes. */
  async clear(tx: Tx, batchId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [batchId]);
    await tx.query('delete from import_row where batch_id = $1', [batchId]);
  }

  async insert(tx: Tx, batchId: string, rows: readonly CheckedRow[]): Promise<void> {
    await tx.query(
      `insert into import_row (batch_id, row, verdict, position, label, cells, data, faults, warnings, changes, subject_id, revision_seen)
       select $1, r.row, r.verdict, r.position, r.label, r.cells, r.data, r.faults, r.warnings, r.changes, r."subjectId", r."revisionSeen"
       from jsonb_to_recordset($2::jsonb) as r(row int, verdict text, position int, label text, cells jsonb, data jsonb, faults jsonb, warnings jsonb, changes jsonb, "subjectId" uuid, "revisionSeen" int)`,
      [batchId, JSON.stringify(rows)],
    );
  }

  async counts(reader: Reader, batchIds: readonly string[]): Promise<Map<string, Counts>> {
    const rows = await reader.query<Counts & { batchId: string }>(
      `select batch_id as "batchId", ${['new', 'changed', 'same', 'error'].map((verdict) => `count(*) filter (where verdict = '${verdict}')::int as "${verdict}"`).join(', ')},
              ${['applied', 'failed', 'undone', 'kept'].map((outcome) => `count(*) filter (where outcome = '${outcome}')::int as "${outcome}"`).join(', ')},
              count(*) filter (where warnings <> '[]')::int as warned
       from import_row where batch_id = any($1::uuid[]) group by batch_id`,
      [batchIds],
    );
    return new Map(rows.map(({ batchId, ...counts }) => [batchId, counts]));
  }

  async list(reader: Reader, batchId: string, tab: ImportTab, page: number, size: number): Promise<{ items: ShownRow[]; total: number }> {
    const items = await reader.query<ShownRow>(
      `select row, label, subject_id as "subjectId", changes, faults, warnings from import_row where batch_id = $1 and ${ofTab} order by row limit $3 offset $4`,
      [batchId, tab, size, (page - 1) * size],
    );
    const [row] = await reader.query<{ count: number }>(`select count(*)::int as count from import_row where batch_id = $1 and ${ofTab}`, [batchId, tab]);
    return { items, total: row?.count ?? 0 };
  }

  /** Rows that could not be written, as the file has them, with what was wrong. */
  async listFailed(reader: Reader, batchId: string): Promise<{ cells: readonly string[]; faults: readonly RowFault[] }[]> {
    return reader.query(`select cells, faults from import_row where batch_id = $1 and (verdict = 'error' or outcome = 'failed') and cells is not null order by row`, [batchId]);
  }

  /** Everybody whom the file names and who is there: written by it, or already the same. */
  async listSubjects(reader: Reader, batchId: string): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `select distinct subject_id as id from import_row where batch_id = $1 and subject_id is not null and (outcome = 'applied' or verdict = 'same')`,
      [batchId],
    );
    return rows.map(({ id }) => id);
  }

  async countPending(reader: Reader, batchId: string): Promise<number> {
    const [row] = await reader.query<{ count: number }>(`select count(*)::int as count from import_row where batch_id = $1 and verdict in ('new', 'changed') and outcome is null`, [batchId]);
    return row?.count ?? 0;
  }

  async nextPending(tx: Tx, batchId: string, limit: number): Promise<PendingRow[]> {
    return tx.query<PendingRow>(
      `select row, verdict, subject_id as "subjectId", data, revision_seen as "revisionSeen" from import_row
       where batch_id = $1 and verdict in ('new', 'changed') and outcome is null order by position limit $2`,
      [batchId, limit],
    );
  }

  /** Changed ones first, then the new ones from the last written on: nobody is taken back while others of the batch refer to them. */
  async nextWritten(tx: Tx, batchId: string, limit: number): Promise<WrittenRow[]> {
    const [first] = await tx.query<{ verdict: string }>(`select verdict from import_row where batch_id = $1 and verdict in ('new', 'changed') and outcome = 'applied' order by verdict limit 1`, [batchId]);
    if (first === undefined) return [];
    return tx.query<WrittenRow>(
      `select row, verdict, subject_id as "subjectId", revision_left as "revisionLeft", before from import_row
       where batch_id = $1 and verdict = $2 and outcome = 'applied' order by position desc limit $3`,
      [batchId, first.verdict, limit],
    );
  }

  async settle(tx: Tx, batchId: string, results: readonly RowResult[]): Promise<void> {
    await tx.query(
      `update import_row i set outcome = r.outcome, faults = coalesce(r.faults, i.faults), subject_id = coalesce(r."subjectId", i.subject_id),
              revision_left = coalesce(r."revisionLeft", i.revision_left), before = coalesce(r.before, i.before)
       from jsonb_to_recordset($2::jsonb) as r(row int, outcome text, faults jsonb, "subjectId" uuid, "revisionLeft" int, before jsonb)
       where i.batch_id = $1 and i.row = r.row`,
      [batchId, JSON.stringify(results)],
    );
  }

  /** Takes personal data out of the rows; what they were counted as stays. */
  async purge(tx: Tx, batchId: string): Promise<void> {
    await tx.query(`update import_row set cells = null, data = null, before = null, label = '', faults = '[]', changes = '[]',
              warnings = (select coalesce(jsonb_agg(jsonb_build_object('column', w -> 'column', 'code', w -> 'code')), '[]') from jsonb_array_elements(warnings) w)
       where batch_id = $1`, [batchId]);
  }
}
