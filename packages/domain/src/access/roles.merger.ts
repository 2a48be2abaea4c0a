import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { MergeConflict, MergeLine, MergePair, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers, mergeLine, oneOrMany } from '../people/person-mergers.js';
import { AccessService } from './access.service.js';
import type { AdminLoss } from './last-admins.js';
import { LastAdmins } from './last-admins.js';
import { RightsService } from './rights.service.js';

/** A role of the record that goes, and whether the other record gets it. */
interface RoleRow {
  readonly id: string;
  readonly role: string;
  readonly counts: boolean;
  readonly moves: boolean;
}

/** What nobody administers any more when this record is gone. */
function lossesOf({ keptAgencyId, goneId, goneAgencyId }: Pick<MergePair, 'keptAgencyId' | 'goneId' | 'goneAgencyId'>): AdminLoss[] {
  return [{ personIds: [goneId], role: 'platform_admin' }, ...(keptAgencyId === goneAgencyId ? [] : [{ personIds: [goneId], agencyId: goneAgencyId }])];
}

/** Roles, what was lent, and support that is under way. */
@Injectable()
export class RolesMerger implements PersonMerger {
  readonly key = 'access';
  readonly title = { id: 'Peran dan pelimpahan', en: 'Roles and delegations' };
  readonly references = {
    moves: ['role_assignment.person_id', 'delegation.from_person_id', 'delegation.to_person_id'],
    follows: ['role_assignment.granted_by', 'role_assignment.ended_by', 'delegation.ended_by', 'acting.admin_id', 'acting.subject_id'],
  };

  constructor(
    private readonly rights: RightsService,
    private readonly access: AccessService,
    private readonly lastAdmins: LastAdmins,
    private readonly clock: Clock,
    mergers: PersonMergers,
  ) {
    mergers.add(this);
  }

  async conflicts(reader: Reader, { keptId, goneId, keptAgencyId, goneAgencyId, actor }: MergePair): Promise<MergeConflict[]> {
    const found: MergeConflict[] = [];
    // The way into one record becomes a way into what the other may do.
    if (actor !== undefined && (await this.rights.beyondOf(reader, actor.personId, [keptId, goneId])).size > 0) found.push({ code: 'PERSON_BEYOND_YOURS' });
    // Its way in is about to close; and what it administers at an agency that is not the other record's ends.
    for (const loss of lossesOf({ keptAgencyId, goneId, goneAgencyId })) {
      const problem = await this.lastAdmins.problem(reader, loss);
      if (problem !== null && found.every((one) => one.code !== problem.code)) found.push({ code: problem.code, params: problem.params });
    }
    return found;
  }

  async preview(reader: Reader, pair: MergePair): Promise<MergeLine[]> {
    const roles = (await this.roles(reader, pair)).filter((one) => one.counts);
    const [moved, ended] = [roles.filter((one) => one.moves).length, roles.filter((one) => !one.moves).length];
    const [lent] = await reader.query<{ count: number }>(
      'select count(*)::int as count from delegation where (from_person_id = $1 or to_person_id = $1) and ended_at is null and valid_until > $2', [pair.goneId, this.clock.now()],
    );
    return [
      ...(moved > 0 ? [mergeLine('moves', `${moved} peran ikut pindah.`, oneOrMany(moved, '1 role moves along.', `${moved} roles move along.`))] : []),
      ...(ended > 0 ? [mergeLine('ends', `${ended} peran berakhir: sudah dimiliki, atau milik instansi lain.`, oneOrMany(ended, '1 role ends: it is held already, or belongs to another agency.', `${ended} roles end: they are held already, or belong to another agency.`))] : []),
      ...(lent !== undefined && lent.count > 0 ? [mergeLine('moves', `${lent.count} pelimpahan ikut pindah; pelimpahan di antara kedua catatan berakhir.`, oneOrMany(lent.count, '1 delegation moves along; one between the two records ends.', `${lent.count} delegations move along; those between the two records end.`))] : []),
    ];
  }

  async move(tx: Tx, pair: MergePair): Promise<void> {
    const { keptId, goneId, actor } = pair;
    const now = this.clock.now();
    // Looked at before; asked again with the lock, since another admin may be leaving at this moment.
    for (const loss of lossesOf(pair)) await this.lastAdmins.refuseWithout(tx, loss);
    const roles = await this.roles(tx, pair);
    const by = actor?.personId ?? null;
    await tx.query('update role_assignment set ended_at = $3, ended_by = $2 where id = any($1::uuid[]) and ended_at is null', [
      roles.filter((one) => one.counts && !one.moves).map((one) => one.id), by, now,
    ]);
    await tx.query('update delegation set ended_at = $3, ended_by = $4 where ((from_person_id = $1 and to_person_id = $2) or (from_person_id = $2 and to_person_id = $1)) and ended_at is null', [keptId, goneId, now, by]);
    await tx.query('update role_assignment set person_id = $2 where id = any($1::uuid[])', [roles.filter((one) => one.moves).map((one) => one.id), keptId]);
    await tx.query('update delegation set from_person_id = $1 where from_person_id = $2 and to_person_id <> $1', [keptId, goneId]);
    await tx.query('update delegation set to_person_id = $1 where to_person_id = $2 and from_person_id <> $1', [keptId, goneId]);
    const ended = await tx.query<{ adminId: string }>('update acting set ended_at = least(until, $2) where (subject_id = $1 or admin_id = $1) and ended_at is null returning admin_id as "adminId"', [goneId, now]);
    for (const personId of new Set([keptId, goneId, ...ended.map((one) => one.adminId)])) await this.access.changed(tx, personId);
  }

  /** Of a role that both hold at one place one is enough; roles at an agency that is not the kept record's end, as when somebody leaves it. */
  private roles(reader: Reader, { keptId, goneId, keptAgencyId, goneAgencyId }: MergePair): Promise<RoleRow[]> {
    return reader.query<RoleRow>(
      `select g.id, g.role, g.ended_at is null and (g.valid_until is null or g.valid_until > $3) as counts,
              not (g.ended_at is null and (
                exists (select from role_assignment k where k.person_id = $1 and k.role = g.role and k.organisation_id = g.organisation_id and k.ended_at is null
                        and tstzrange(k.valid_from, k.valid_until) && tstzrange(g.valid_from, g.valid_until))
                or ($4::uuid <> $5::uuid and o.agency_id = $5 and g.role <> 'platform_admin' and (g.valid_until is null or g.valid_until > $3)))) as moves
       from role_assignment g join organisation o on o.id = g.organisation_id where g.person_id = $2`,
      [keptId, goneId, this.clock.now(), keptAgencyId, goneAgencyId],
    );
  }
}
