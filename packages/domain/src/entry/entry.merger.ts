import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeConflict, MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';
import type { LikelySame } from '../people/sameness-signs.js';
import { SamenessSigns } from '../people/sameness-signs.js';

/** Proved addresses, links and codes that open an account, and what people from outside said of themselves. */
@Injectable()
export class EntryMerger implements PersonMerger {
  readonly key = 'entry';
  readonly title = { id: 'Undangan dan alamat terbukti', en: 'Invitations and proved addresses' };
  readonly references = {
    moves: ['verified_email.person_id'],
    // What opened the record that goes is ended; its rows stay with it, as does what it said of itself as a participant from outside.
    follows: ['one_time_token.person_id', 'one_time_token.created_by', 'activation_code.person_id', 'activation_code.created_by', 'outside_person.person_id'],
  };

  constructor(
    private readonly clock: Clock,
    mergers: PersonMergers,
    signs: SamenessSigns,
  ) {
    mergers.add(this);
    signs.add((reader, personId) => this.likely(reader, personId));
  }

  async conflicts(reader: Reader, { keptId, goneId }: MergePair): Promise<MergeConflict[]> {
    const outside = await this.outside(reader, [keptId, goneId]);
    return outside.has(keptId) && !outside.has(goneId) ? [{ code: 'MERGE_KEEPS_STAFF' }] : [];
  }

  async preview(reader: Reader, { keptId, goneId }: MergePair): Promise<MergeLine[]> {
    const outside = await this.outside(reader, [keptId, goneId]);
    const [open] = await reader.query<{ count: number }>(
      `select ((select count(*) from one_time_token where person_id = $1 and used_at is null and revoked_at is null and expires_at > $2)
               + (select count(*) from activation_code where person_id = $1 and used_at is null and revoked_at is null and expires_at > $2))::int as count`,
      [goneId, this.clock.now()],
    );
    const emails = await reader.query<{ email: string }>('select email::text as email from verified_email where person_id = $1 order by email', [goneId]);
    return [
      ...(outside.has(goneId) && !outside.has(keptId)
        ? [mergeLine('joins', 'Peserta luar menjadi pegawai; sertifikat yang sudah terbit tidak berubah.', 'The participant from outside becomes staff; certificates stay as they were issued.')]
        : []),
      ...emails.map(({ email }) => mergeLine('moves', `Alamat ${email} yang sudah terbukti ikut pindah.`, `The proved address ${email} moves along.`)),
      ...(open !== undefined && open.count > 0 ? [mergeLine('ends', `${open.count} undangan, tautan, atau kode tidak berlaku lagi.`, oneOrMany(open.count, '1 invitation, link or code stops working.', `${open.count} invitations, links or codes stop working.`))] : []),
    ];
  }

  async move(tx: Tx, { keptId, goneId }: MergePair): Promise<void> {
    const now = this.clock.now();
    await tx.query('update one_time_token set revoked_at = $2 where person_id = $1 and used_at is null and revoked_at is null', [goneId, now]);
    await tx.query('update activation_code set revoked_at = $2 where person_id = $1 and used_at is null and revoked_at is null', [goneId, now]);
    await tx.query(
      `insert into verified_email (person_id, email, verified_at) select $1, email, verified_at from verified_email where person_id = $2
       on conflict (person_id, email) do update set verified_at = greatest(verified_email.verified_at, excluded.verified_at)`,
      [keptId, goneId],
    );
    await tx.query('delete from verified_email where person_id = $1', [goneId]);
  }

  private async outside(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
    const rows = await reader.query<{ id: string }>('select person_id as id from outside_person where person_id = any($1::uuid[])', [ids]);
    return new Set(rows.map((row) => row.id));
  }

  /** An address or mobile number that one of them has proved and the other uses; a number that somebody from outside gave. */
  private likely(reader: Reader, personId: string): Promise<LikelySame[]> {
    return reader.query<LikelySame>(
      `select o.id as "personId", 'email' as sign from verified_email v join person o on o.email = v.email where v.person_id = $1 and o.id <> $1
       union select v.person_id, 'email' from person p join verified_email v on v.email = p.email where p.id = $1 and v.person_id <> $1
       union select v.person_id, 'email' from verified_email own join verified_email v on v.email = own.email where own.person_id = $1 and v.person_id <> $1
       union select n.person_id, 'number' from outside_person s join person_number n on n.number = regexp_replace(s.number, '[^0-9]', '', 'g') where s.person_id = $1
       union select s.person_id, 'number' from person_number n join outside_person s on regexp_replace(s.number, '[^0-9]', '', 'g') = n.number where n.person_id = $1
       union select o.id, 'phone' from verified_phone v join person o on ${dialled('o.phone')} = v.phone where v.person_id = $1 and o.id <> $1 and o.agency_id = (select agency_id from person where id = $1)
       union select v.person_id, 'phone' from person p join verified_phone v on v.phone = ${dialled('p.phone')} where p.id = $1 and v.person_id <> $1
       limit 50`,
      [personId],
    );
  }
}

/** SQL of a mobile number as it is proved, `+62...`, however an agency has written it. */
function dialled(phone: string): string {
  return `regexp_replace(${phone}, '^(0|62)', '+62')`;
}
