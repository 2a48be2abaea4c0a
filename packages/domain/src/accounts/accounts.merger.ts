import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';
import { SessionsService } from './sessions.service.js';

interface Standing {
  readonly keptId: string | null;
  readonly goneId: string | null;
  /** Open sessions of the account that goes. */
  readonly sessions: number;
  /** Sign-on links of it that the other account can take, having none with that provider. */
  readonly links: number;
}

/** One person, one account: that of the record that stays, or else the other one with all that opens it. */
@Injectable()
export class AccountsMerger implements PersonMerger {
  readonly key = 'accounts';
  readonly title = { id: 'Akun dan cara masuk', en: 'Account and signing in' };
  readonly references = {
    moves: ['account.person_id', 'sign_on_link.account_id', 'verified_phone.person_id'],
    // They belong to an account that is closed, or that moves with them.
    follows: ['session.account_id', 'second_factor.account_id', 'recovery_code.account_id', 'sign_in_step.account_id'],
  };

  constructor(
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    mergers: PersonMergers,
  ) {
    mergers.add(this);
  }

  async preview(reader: Reader, pair: MergePair): Promise<MergeLine[]> {
    const { keptId, goneId, sessions, links } = await this.standing(reader, pair);
    if (goneId === null) return [];
    const ended = sessions === 0 ? [] : [mergeLine('ends', `${sessions} sesi masuk dari catatan yang dilebur diakhiri.`, oneOrMany(sessions, '1 session of the record that goes is ended.', `${sessions} sessions of the record that goes are ended.`))];
    if (keptId === null) return [mergeLine('moves', 'Akun ikut pindah: kata sandi, faktor kedua, dan tautan masuk instansi tetap sama.', 'The account moves along: password, second factor and sign-on links stay as they are.'), ...ended];
    return [
      mergeLine('stays', 'Kata sandi dan faktor kedua tetap yang ada pada catatan yang dipertahankan.', 'Password and second factor stay those of the record that stays.'),
      mergeLine('ends', 'Akun catatan yang dilebur ditutup. Nomor dan surelnya membuka akun yang dipertahankan.', 'The account of the record that goes is closed. Its number and e-mail open the account that stays.'),
      ...(links > 0 ? [mergeLine('moves', `${links} tautan masuk instansi ikut pindah.`, oneOrMany(links, '1 sign-on link moves along.', `${links} sign-on links move along.`))] : []),
      ...ended,
    ];
  }

  async move(tx: Tx, pair: MergePair): Promise<void> {
    await tx.query(
      `insert into verified_phone (person_id, phone, verified_at) select $1, phone, verified_at from verified_phone where person_id = $2
       on conflict (person_id, phone) do update set verified_at = greatest(verified_phone.verified_at, excluded.verified_at)`,
      [pair.keptId, pair.goneId],
    );
    await tx.query('delete from verified_phone where person_id = $1', [pair.goneId]);
    const { keptId, goneId } = await this.standing(tx, pair);
    if (goneId === null) return;
    await this.sessions.revokeAll(tx, pair.goneId);
    await tx.query('delete from sign_in_step where account_id = $1', [goneId]);
    if (keptId === null) {
      await tx.query('update account set person_id = $2 where id = $1', [goneId, pair.keptId]);
      return;
    }
    // A provider means one account by a person; where both had one, the claim finds the one that stays.
    await tx.query('delete from sign_on_link g where g.account_id = $1 and exists (select from sign_on_link k where k.account_id = $2 and k.issuer = g.issuer)', [goneId, keptId]);
    await tx.query('update sign_on_link set account_id = $2 where account_id = $1', [goneId, keptId]);
    // Nobody gets in by it any more, so nothing of what opened it is kept.
    await tx.query('delete from recovery_code where account_id = $1', [goneId]);
    await tx.query('delete from second_factor where account_id = $1', [goneId]);
    await tx.query('update account set disabled_at = coalesce(disabled_at, $2), password_hash = null where id = $1', [goneId, this.clock.now()]);
  }

  private async standing(reader: Reader, { keptId, goneId }: MergePair): Promise<Standing> {
    const [row] = await reader.query<Standing>(
      `select k.id as "keptId", g.id as "goneId",
              (select count(*)::int from session s where s.account_id = g.id and s.revoked_at is null and s.expires_at > $3) as sessions,
              (select count(*)::int from sign_on_link l where l.account_id = g.id
                 and not exists (select from sign_on_link o where o.account_id = k.id and o.issuer = l.issuer)) as links
       from (select 1) one left join account k on k.person_id = $1 left join account g on g.person_id = $2`,
      [keptId, goneId, this.clock.now()],
    );
    return row ?? { keptId: null, goneId: null, sessions: 0, links: 0 };
  }
}
