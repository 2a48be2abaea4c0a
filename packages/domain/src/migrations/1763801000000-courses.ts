import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses: drafts as their authors edit them, and the versions that were published. */
export class Courses1763801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table course (
        id uuid primary key,
        owner_id uuid not null references organisation (id),
        code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$'),
        title text not null check (length(title) between 1 and 200),
        summary text not null,
        objectives jsonb not null,
        audience text not null,
        level text not null check (level in ('basic', 'intermediate', 'advanced')),
        category text not null,
        language text not null,
        competences jsonb not null,
        siasn_kind int not null check (siasn_kind between 1 and 25),
        pass_mark int check (pass_mark between 1 and 100),
        watch_threshold double precision not null check (watch_threshold between 0.5 and 1),
        max_attempts int check (max_attempts between 1 and 100),
        retry_after_minutes int not null check (retry_after_minutes between 0 and 43200),
        requirements jsonb not null,
        published_version_id uuid,
        revision int not null,
        created_by uuid references person (id),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        removed_at timestamptz
      );
      -- One code in the installation, since the public address of a course is made of it.
      create unique index course_code_key on course (lower(code));
      create index course_owner_idx on course (owner_id);
      create index course_published_version_idx on course (published_version_id) where published_version_id is not null;

      create table course_instructor (
        course_id uuid not null references course (id),
        person_id uuid not null references person (id),
        position int not null,
        primary key (course_id, person_id)
      );
      create index course_instructor_person_idx on course_instructor (person_id);

      -- Removed modules and lessons stay, so that an undo finds them; positions need no gaps closed.
      create table course_module (
        id uuid primary key,
        course_id uuid not null references course (id),
        position int not null,
        title text not null check (length(title) between 1 and 200),
        removed_at timestamptz
      );
      create index course_module_course_idx on course_module (course_id);

      create table lesson (
        id uuid primary key,
        course_id uuid not null references course (id),
        module_id uuid not null references course_module (id),
        position int not null,
        kind text not null,
        title text not null check (length(title) between 1 and 200),
        minutes int not null check (minutes between 0 and 6000),
        required boolean not null,
        body jsonb not null,
        revision int not null,
        updated_at timestamptz not null,
        removed_at timestamptz
      );
      create index lesson_course_idx on lesson (course_id);
      create index lesson_module_idx on lesson (module_id);

      -- What was published. The application role may neither update nor delete here.
      create table course_version (
        id uuid primary key,
        course_id uuid not null references course (id),
        number int not null check (number >= 1),
        outline jsonb not null,
        search text not null,
        published_at timestamptz not null,
        published_by uuid references person (id),
        constraint course_version_number_key unique (course_id, number)
      );
      alter table course add constraint course_published_version_fk foreign key (published_version_id) references course_version (id);

      create table lesson_version (
        version_id uuid not null references course_version (id),
        lesson_id uuid not null references lesson (id),
        kind text not null,
        content jsonb not null,
        primary key (version_id, lesson_id)
      );
      create index lesson_version_lesson_idx on lesson_version (lesson_id);

      -- Pictures of readings; the bytes lie in the storage. They outlive a lesson, since published versions show them.
      create table course_picture (
        id uuid primary key,
        course_id uuid not null references course (id),
        content_type text not null check (content_type in ('image/webp', 'image/svg+xml')),
        bytes int not null,
        width int,
        height int,
        created_by uuid references person (id),
        created_at timestamptz not null
      );
      create index course_picture_course_idx on course_picture (course_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table course drop constraint course_published_version_fk;
      drop table course_picture, lesson_version, course_version, lesson, course_module, course_instructor, course;
    `);
  }
}
