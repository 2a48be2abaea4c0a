import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A heartbeat of the current viewing writes one row: what it is credited is counted in the watch state. */
export class WatchCurrentViewing1763920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table watch_state
        -- No foreign key: the viewing refers to the state already, and is never deleted without it.
        add column viewing_id uuid,
        add column viewing_credited int not null default 0 check (viewing_credited >= 0);
      update watch_state s set viewing_id = v.id, viewing_credited = v.credited
      from (select distinct on (enrolment_id, lesson_id) * from watch_viewing order by enrolment_id, lesson_id, started_at desc) v
      where v.enrolment_id = s.enrolment_id and v.lesson_id = s.lesson_id;
      alter table watch_viewing drop column last_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table watch_viewing add column last_at timestamptz;
      update watch_viewing set last_at = started_at;
      alter table watch_viewing alter column last_at set not null;
      update watch_viewing v set credited = s.viewing_credited from watch_state s where s.viewing_id = v.id;
      alter table watch_state drop column viewing_id, drop column viewing_credited;
    `);
  }
}
