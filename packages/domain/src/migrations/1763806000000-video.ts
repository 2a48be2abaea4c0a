import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What learners have watched. */
export class Video1763806000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Both tables are written every 15 seconds by everyone who watches: rows stay small and are updated in place.
      create table watch_state (
        enrolment_id uuid not null references enrolment (id),
        lesson_id uuid not null references lesson (id),
        length int not null check (length between 1 and 86400),
        needed int not null check (needed between 1 and length),
        seconds int4multirange not null,
        covered int not null check (covered between 0 and length),
        position_ms int not null check (position_ms >= 0),
        completed_at timestamptz,
        updated_at timestamptz not null,
        primary key (enrolment_id, lesson_id)
      ) with (fillfactor = 70);
      create index watch_state_lesson_idx on watch_state (lesson_id);

      create table watch_viewing (
        id uuid primary key,
        person_id uuid not null references person (id),
        enrolment_id uuid not null,
        lesson_id uuid not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        -- Seconds credited since it began; never more than time allows.
        credited int not null check (credited >= 0),
        last_at timestamptz not null,
        foreign key (enrolment_id, lesson_id) references watch_state (enrolment_id, lesson_id)
      ) with (fillfactor = 70);
      -- One active device a person.
      create unique index watch_viewing_active_key on watch_viewing (person_id) where ended_at is null;
      create index watch_viewing_state_idx on watch_viewing (enrolment_id, lesson_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table watch_viewing, watch_state');
  }
}
