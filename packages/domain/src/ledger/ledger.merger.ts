import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Live } from '@pamong/platform/live/live';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';

/**
 * The ledger is never changed, so hours move as a correction does: each line is written anew for the record that stays, and taken back from the one
 * that goes by a line of its own (docs/decisions/merging-people.md).
 */
@Injectable()
export class LedgerMerger implements PersonMerger {
  readonly key = 'ledger';
  readonly title = { id: 'Catatan JP', en: 'Lesson hours' };
  readonly references = { moves: ['ledger_entry.person_id'], follows: [] };

  constructor(
    private readonly live: Live,
    private readonly clock: Clock,
    mergers: PersonMergers,
  ) {
    mergers.add(this);
  }

  async preview(reader: Reader, { keptId, goneId }: MergePair): Promise<MergeLine[]> {
    const [row] = await reader.query<{ lines: number; jp: number }>(`select count(*)::int as lines, coalesce(sum(jp), 0)::int as jp from ledger_entry where person_id = $1`, [goneId]);
    const { lines, jp } = row ?? { lines: 0, jp: 0 };
    const twice = await reader.query<{ title: string }>(
      `select distinct g.title from ledger_entry g join certificate gc on gc.id = g.certificate_id and gc.revoked_at is null
       join certificate kc on kc.course_id = gc.course_id and kc.person_id = $1 and kc.revoked_at is null where g.person_id = $2 and g.kind = 'course' order by 1`,
      [keptId, goneId],
    );
    return [
      ...(lines > 0 ? [mergeLine('moves', `${jp} JP (${lines} baris) ikut pindah. Baris lama tidak dihapus, tetapi dibalik.`, oneOrMany(lines, `${jp} JP (1 line) move along. The old line is not removed but reversed.`, `${jp} JP (${lines} lines) move along. The old lines are not removed but reversed.`))] : []),
      ...twice.map(({ title }) => mergeLine('stays',
        `“${title}” bersertifikat di kedua catatan, dan keduanya dihitung. Cabut salah satu bila seharusnya sekali.`,
        `“${title}” has a certificate under both records, and both count. Revoke one of them if it should count once.`)),
    ];
  }

  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    const now = this.clock.now();
    const columns = 'agency_id, day, title, siasn_kind, rule_version, evidence, certificate_id';
    // The same evidence counts once, also where both records had it.
    await tx.query(
      `insert into ledger_entry (id, person_id, recorded_at, kind, jp, minutes, ${columns})
       select uuidv7(), $1, $3, kind, jp, minutes, ${columns} from ledger_entry where person_id = $2 order by recorded_at, id
       on conflict on constraint ledger_entry_evidence_key do nothing`,
      [keptId, goneId, now],
    );
    await tx.query(
      `insert into ledger_entry (id, person_id, recorded_at, kind, jp, minutes, ${columns})
       select uuidv7(), $1, $2, 'reversal', -jp, -minutes, ${columns} from ledger_entry where person_id = $1 and kind <> 'reversal' order by recorded_at, id
       on conflict on constraint ledger_entry_evidence_key do nothing`,
      [goneId, now],
    );
    await this.live.send(tx, { personId: keptId, topic: 'ledger.changed', payload: {} });
  }
}
