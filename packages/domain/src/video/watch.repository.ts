import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';

/** A learner's watching of one lesson, as the database has it. */
export interface WatchRow {
  readonly seconds: string;
  readonly covered: number;
  readonly length: number;
  readonly needed: number;
  readonly positionMs: number;
  readonly completed: boolean;
}

/** What a heartbeat left behind. */
export interface BeatRow extends WatchRow {
  readonly enrolmentId: string;
  readonly lessonId: string;
  readonly active: boolean;
  readonly refused: number;
  readonly coveredBefore: number;
}

/** A heartbeat as the database takes it. */
export interface BeatClaim {
  readonly viewingId: string;
  readonly personId: string;
  /** Whole seconds played, as an `int4multirange`, and how many they are. */
  readonly claim: string;
  readonly size: number;
  readonly positionMs: number;
  readonly now: Date;
}

const columns = `s.seconds::text as seconds, s.covered, s.length, s.needed, s.position_ms as "positionMs", s.completed_at is not null as completed`;

@Injectable()
export class WatchRepository {
  async find(reader: Reader, enrolmentId: string, lessonId: string): Promise<WatchRow | null> {
    const [row] = await reader.query<WatchRow>(`select ${columns} from watch_state s where s.enrolment_id = $1 and s.lesson_id = $2`, [enrolmentId, lessonId]);
    return row ?? null;
  }

  /** Makes the state when it is not there; `length` follows the recording when its author has replaced it. */
  async ensure(tx: Tx, given: { enrolmentId: string; lessonId: string; length: number; needed: number }, now: Date): Promise<WatchRow> {
    const [row] = await tx.query<WatchRow>(
      `insert into watch_state as s (enrolment_id, lesson_id, length, needed, seconds, covered, position_ms, updated_at)
       values ($1, $2, $3, $4, '{}', 0, 0, $5)
       on conflict (enrolment_id, lesson_id) do update set updated_at = excluded.updated_at
       returning ${columns}`,
      [given.enrolmentId, given.lessonId, given.length, given.needed, now],
    );
    if (row === undefined) throw new Error('the watch state was not written');
    return row;
  }

  /** Ends the person's active viewing, if there is one. */
  async endActive(tx: Tx, personId: string, now: Date): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(`update watch_viewing set ended_at = $2 where person_id = $1 and ended_at is null returning id`, [personId, now]);
    return row?.id ?? null;
  }

  /**
   * Begins a viewing and makes it the current one of its state, whose row the caller has locked by `ensure`; the one before takes
   * its account along. Only the first one of a lesson has the five seconds that are given once: a later one begins as if they were
   * spent, or opening a lesson again and again would watch it.
   */
  async insertViewing(tx: Tx, viewing: { id: string; personId: string; enrolmentId: string; lessonId: string }, now: Date): Promise<void> {
    await tx.query(
      `with former as (
         update watch_viewing v set credited = s.viewing_credited from watch_state s
         where s.enrolment_id = $3 and s.lesson_id = $4 and v.id = s.viewing_id
       ), added as (
         insert into watch_viewing (id, person_id, enrolment_id, lesson_id, started_at, credited) values ($1, $2, $3, $4, $5, 0)
       )
       update watch_state set viewing_credited = case when viewing_id is null then 0 else 5 end, viewing_id = $1
       where enrolment_id = $3 and lesson_id = $4`,
      [viewing.id, viewing.personId, viewing.enrolmentId, viewing.lessonId, now],
    );
  }

  /**
   * Heartbeats as nearly all are: of the current viewing, with seconds that are all new and that time allows. One row is
   * written for each, in place, and none is locked before: the conditions hold for the row as it is written, also when two come at once.
   * @param beats no two of one viewing
   * @returns for each what it left behind; null when it is not such a heartbeat: `creditPart` takes every one
   */
  async creditWhole(reader: Reader, beats: readonly BeatClaim[]): Promise<(BeatRow | null)[]> {
    const rows = await reader.query<BeatRow & { readonly place: number }>(
      `update watch_state s
       set seconds = s.seconds + b.claim, covered = s.covered + b.size, viewing_credited = s.viewing_credited + b.size,
           position_ms = b."positionMs", updated_at = b.now
       from jsonb_to_recordset($1::jsonb) as b(place int, "viewingId" uuid, "personId" uuid, claim int4multirange, size int, "positionMs" int, now timestamptz)
       join watch_viewing v on v.id = b."viewingId" and v.person_id = b."personId" and v.ended_at is null
       where s.enrolment_id = v.enrolment_id and s.lesson_id = v.lesson_id and s.viewing_id = v.id
         and b.claim <@ int4range(0, s.length) and not s.seconds && b.claim
         and s.viewing_credited + b.size <= floor(2 * extract(epoch from b.now - v.started_at) + 5)
       returning ${columns}, s.enrolment_id as "enrolmentId", s.lesson_id as "lessonId", true as active, old.covered as "coveredBefore", 0 as refused, b.place`,
      [JSON.stringify(beats.map((beat, place) => ({ place, ...beat })))],
    );
    const byPlace = new Map(rows.map(({ place, ...row }) => [place, row]));
    return beats.map((_beat, place) => byPlace.get(place) ?? null);
  }

  /**
   * Any heartbeat: lock state and viewing, take the claimed seconds that are new, cut them to what time allows (twice the time
   * since the viewing began, or until it ended, and five seconds once), merge, remember the position.
   * Two heartbeats at once wait for each other at the row lock; the second sees what the first has credited.
   */
  async creditPart(reader: Reader, beat: BeatClaim): Promise<BeatRow | null> {
    const [row] = await reader.query<BeatRow>(
      `with held as materialized (
         select v.enrolment_id, v.lesson_id, s.seconds, s.covered, s.length, v.ended_at is null as active, s.viewing_id = v.id as current,
                greatest(0, floor(2 * extract(epoch from least($5::timestamptz, coalesce(v.ended_at, $5::timestamptz)) - v.started_at) + 5)::int
                  - case when s.viewing_id = v.id then s.viewing_credited else v.credited end) as allowed
         from watch_viewing v join watch_state s using (enrolment_id, lesson_id)
         where v.id = $1 and v.person_id = $2 for update of s, v
       ), fresh as (
         select piece, upper(piece) - lower(piece) as size, sum(upper(piece) - lower(piece)) over (order by piece) as upto
         from held, unnest(($3::int4multirange * int4multirange(int4range(0, held.length))) - held.seconds) piece
       ), credit as (
         select coalesce(range_agg(int4range(lower(piece), upper(piece) - greatest(0, upto - held.allowed)::int)), '{}'::int4multirange) as seconds,
                coalesce(sum(size - greatest(0, upto - held.allowed)), 0)::int as count
         from fresh, held where upto - size < held.allowed
       ), viewing as (
         update watch_viewing v set credited = v.credited + credit.count from held, credit where v.id = $1 and not held.current
       ), merged as (
         update watch_state s
         set seconds = s.seconds + credit.seconds, covered = s.covered + credit.count, updated_at = $5,
             viewing_credited = s.viewing_credited + case when held.current then credit.count else 0 end,
             position_ms = case when held.active then $4 else s.position_ms end
         from held, credit where s.enrolment_id = held.enrolment_id and s.lesson_id = held.lesson_id
         returning ${columns}, s.enrolment_id, s.lesson_id
       )
       select merged.seconds, merged.covered, merged.length, merged.needed, merged."positionMs", merged.completed,
              held.enrolment_id as "enrolmentId", held.lesson_id as "lessonId", held.active, held.covered as "coveredBefore",
              (coalesce((select sum(size) from fresh), 0) - credit.count)::int as refused
       from merged, held, credit`,
      [beat.viewingId, beat.personId, beat.claim, beat.positionMs, beat.now],
    );
    return row ?? null;
  }

  /** @returns false when it was completed before */
  async complete(tx: Tx, enrolmentId: string, lessonId: string, now: Date): Promise<boolean> {
    const rows = await tx.query(`update watch_state set completed_at = $3 where enrolment_id = $1 and lesson_id = $2 and completed_at is null returning 1`, [enrolmentId, lessonId, now]);
    return rows.length === 1;
  }
}
