import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';

/** Certificates are whose they were issued to, as they were issued; from now on under the record that stays. */
@Injectable()
export class CertificatesMerger implements PersonMerger {
  readonly key = 'certificates';
  readonly title = { id: 'Sertifikat', en: 'Certificates' };
  readonly references = { moves: ['certificate.person_id'], follows: ['certificate.enrolment_id', 'certificate.revoked_by'] };

  constructor(mergers: PersonMergers) {
    mergers.add(this);
  }

  async preview(reader: Reader, { goneId }: MergePair): Promise<MergeLine[]> {
    const [row] = await reader.query<{ count: number }>('select count(*)::int as count from certificate where person_id = $1', [goneId]);
    const count = row?.count ?? 0;
    return count === 0 ? [] : [mergeLine('moves', `${count} sertifikat ikut pindah. Nomor, nama, dan dokumennya tidak berubah.`, oneOrMany(count, '1 certificate moves along. Its number, name and document stay as they are.', `${count} certificates move along. Their numbers, names and documents stay as they are.`))];
  }

  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    await tx.query('update certificate set person_id = $1 where person_id = $2', [keptId, goneId]);
  }
}
