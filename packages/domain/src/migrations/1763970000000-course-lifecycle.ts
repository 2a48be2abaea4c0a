import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a course is besides its text: who may find it, its form, seats, contact, cover and prerequisites, when it appears and
 * leaves; per lesson what completes it, what opens it and when; and what each lesson was before it was changed.
 */
export class CourseLifecycle1763970000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table course
        add column visibility text not null default 'public' check (visibility in ('public', 'agency')),
        add column form text not null default 'self_paced' check (form in ('self_paced', 'webinar', 'blended')),
        add column contact text not null default '',
        add column cover_picture_id uuid references course_picture (id),
        add column seats int check (seats between 1 and 1000000),
        add column is_template boolean not null default false,
        add column publish_at timestamptz,
        add column publish_by uuid references person (id),
        add column withdrawn_at timestamptz,
        add column archived_at timestamptz,
        add constraint course_schedule_check check ((publish_at is null) = (publish_by is null));
      create index course_publish_at_idx on course (publish_at) where publish_at is not null;
      create index course_removed_at_idx on course (removed_at) where removed_at is not null;
      create index course_publish_by_idx on course (publish_by) where publish_by is not null;
      create index course_cover_picture_idx on course (cover_picture_id) where cover_picture_id is not null;

      create table course_prerequisite (
        course_id uuid not null references course (id),
        requires_course_id uuid not null references course (id),
        position int not null,
        primary key (course_id, requires_course_id),
        constraint course_prerequisite_other_check check (course_id <> requires_course_id)
      );
      create index course_prerequisite_requires_idx on course_prerequisite (requires_course_id);

      -- Null: what the kind does by itself; the required lesson before; at once.
      alter table lesson
        add column completion jsonb,
        add column requires jsonb,
        add column release jsonb,
        add column updated_by uuid references person (id);
      create index lesson_updated_by_idx on lesson (updated_by) where updated_by is not null;

      -- What a lesson was when it was kept: to compare with, to restore, and to answer who was faster.
      create table lesson_revision (
        lesson_id uuid not null references lesson (id),
        revision int not null,
        title text not null,
        minutes int not null,
        required boolean not null,
        body jsonb not null,
        saved_by uuid references person (id),
        saved_at timestamptz not null,
        primary key (lesson_id, revision)
      );
      create index lesson_revision_saved_by_idx on lesson_revision (saved_by) where saved_by is not null;

      -- Versions that were published before know these facts too.
      update course_version set outline = outline
        || '{"form": "self_paced", "contact": "", "cover": null, "prerequisites": []}'
        || jsonb_build_object('modules', coalesce((
          select jsonb_agg(m.value || jsonb_build_object('lessons', coalesce((
            select jsonb_agg(l.value
              || jsonb_build_object('completion', case l.value->>'kind'
                   when 'video' then jsonb_build_object('rule', 'watched', 'share', outline->'rules'->'watchThreshold')
                   when 'quiz' then '{"rule": "passed"}'
                   else '{"rule": "marked"}' end)
              || '{"release": null}' order by l.ordinality)
            from jsonb_array_elements(m.value->'lessons') with ordinality l), '[]')) order by m.ordinality)
          from jsonb_array_elements(outline->'modules') with ordinality m), '[]'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index course_removed_at_idx;
      drop table lesson_revision, course_prerequisite;
      alter table lesson drop column completion, drop column requires, drop column release, drop column updated_by;
      alter table course drop constraint course_schedule_check, drop column visibility, drop column form, drop column contact, drop column cover_picture_id,
        drop column seats, drop column is_template, drop column publish_at, drop column publish_by, drop column withdrawn_at, drop column archived_at;
      update course_version set outline = outline - 'form' - 'contact' - 'cover' - 'prerequisites';
    `);
  }
}
