import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine } from '../people/person-mergers.js';

/** As long an import can be taken back. */
const undoDays = 7;

/** An import that made or changed the record can still be taken back, but not this row of it: the undo keeps it and says so. */
@Injectable()
export class ImportsMerger implements PersonMerger {
  readonly key = 'imports';
  readonly title = { id: 'Impor', en: 'Imports' };
  readonly references = { moves: ['import_batch.inviting_by'], follows: ['import_batch.created_by'] };

  constructor(
    private readonly clock: Clock,
    mergers: PersonMergers,
  ) {
    mergers.add(this);
  }

  async preview(reader: Reader, { keptId, goneId }: MergePair): Promise<MergeLine[]> {
    const rows = await reader.query<{ fileName: string }>(
      `select b.file_name as "fileName" from import_batch b where b.kind = 'people' and b.state = 'applied' and b.applied_at > $2
         and exists (select from import_row r where r.batch_id = b.id and r.subject_id = any($1::uuid[])) order by b.created_at`,
      [[keptId, goneId], new Date(this.clock.now().getTime() - undoDays * 86_400_000)],
    );
    return rows.map(({ fileName }) => mergeLine('stays', `Bila impor “${fileName}” dibatalkan, baris kedua catatan ini dipertahankan.`, `If the import “${fileName}” is undone, the rows of these two records stay.`));
  }

  /** Invitations that are under way go on with the rights of whoever sends them. */
  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    await tx.query('update import_batch set inviting_by = $1 where inviting_by = $2', [keptId, goneId]);
  }
}
