import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Full-text search over published courses and their lessons: Indonesian stems without accents, a vocabulary for slips of the
 * pen, and what the catalogue narrows to. All of it is made of published versions and can be made again from them.
 */
export class Search1763980000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create text search configuration indonesian_unaccent (copy = indonesian);
      alter text search configuration indonesian_unaccent
        alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part, numword, numhword with unaccent, indonesian_stem;

      -- Words joined by marks ("AI-101", "e-learning", "pamong.go.id") are words of their own, not numbers, hosts or addresses.
      create function search_plain(given text) returns text language sql immutable strict parallel safe as $$
        select translate(given, '-_/.@:+''’\`&#%=?~*<>', '                    ')
      $$;
      create function search_vector(title text, body text) returns tsvector language sql immutable strict parallel safe as $$
        select setweight(to_tsvector('public.indonesian_unaccent', public.search_plain(title)), 'A')
            || setweight(to_tsvector('public.indonesian_unaccent', public.search_plain(body)), 'D')
      $$;
      create function search_stem(word text) returns text language sql immutable strict parallel safe as $$
        select array_to_string(tsvector_to_array(to_tsvector('public.indonesian_unaccent', word)), ' ')
      $$;

      create table search_course (
        course_id uuid primary key references course (id) on delete cascade,
        version_id uuid not null references course_version (id) on delete cascade,
        agency_id uuid not null references organisation (id),
        title text not null,
        topic text not null,
        level text not null,
        form text not null,
        language text not null,
        organiser_id uuid not null references organisation (id),
        organiser_name text not null,
        competences text[] not null,
        competence_names text[] not null,
        minutes int not null,
        jp int not null,
        published_at timestamptz not null,
        -- People who have taken it, as far as they were counted.
        taken int not null default 0,
        card jsonb not null,
        -- Title (A), code and tags (B), summary (C): short, since every course that is found is ranked by it.
        head tsvector not null,
        -- Distinct words of all its documents, to take them out of the vocabulary again; vocabulary_of says whose.
        words text[] not null,
        vocabulary_of uuid not null
      );
      create index search_course_head_idx on search_course using gin (head);
      create index search_course_organiser_idx on search_course (organiser_id);
      create index search_course_agency_idx on search_course (agency_id);
      create index search_course_version_idx on search_course (version_id);

      -- Long values lie outside of the row: what is found is counted by course, for which a narrow row is enough.
      create table search_document (
        id bigint generated always as identity primary key,
        course_id uuid not null references search_course (course_id) on delete cascade,
        lesson_id uuid,
        kind text not null,
        second int,
        title text not null,
        text text not null,
        body tsvector not null
      ) with (toast_tuple_target = 128);
      create index search_document_body_idx on search_document using gin (body);
      create index search_document_course_idx on search_document (course_id);

      -- Words by whom they are known: all (nil) or one agency, so that a guess never tells a word of somebody else's course.
      create table search_word (
        scope uuid not null,
        word text not null,
        stem text not null,
        courses int not null,
        primary key (scope, word)
      );
      create index search_word_stem_idx on search_word (stem);
      create index search_word_prefix_idx on search_word (word text_pattern_ops);
      create index search_word_similar_idx on search_word using gin (word gin_trgm_ops);

      -- Up to which enrolment (ids grow with time) those who take a course were counted.
      create table search_progress (
        id int primary key check (id = 1),
        counted_until uuid not null
      );
      insert into search_progress values (1, '00000000-0000-0000-0000-000000000000');

      -- The planner takes a scan of the table for cheap, since it does not see what unpacking a vector costs; the index always wins here.
      create function search_matches(query tsquery) returns table (course_id uuid, documents bigint[])
        language sql stable strict set enable_seqscan = off set work_mem = '16MB' as $$
        select d.course_id, array_agg(d.id) from public.search_document d where d.body @@ query group by d.course_id
      $$;
    `);
    await runner.query('alter table course_version drop column search');
    // What was published before is found after the upgrade, too: the worker does it.
    await runner.query(`
      insert into outbox (id, kind, name, payload, available_at)
      select uuidv7(), 'job', 'search.index-course', jsonb_build_object('courseId', id), now() from course where published_version_id is not null and removed_at is null
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table course_version add column search text not null default '';
      alter table course_version alter column search drop default;
      drop function search_matches;
      drop table search_progress, search_word, search_document, search_course;
      drop function search_stem, search_vector, search_plain;
      drop text search configuration indonesian_unaccent;
    `);
  }
}
