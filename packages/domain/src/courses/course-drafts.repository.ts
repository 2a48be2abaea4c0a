import { Injectable } from '@nestjs/common';
import type { CourseRow } from '@pamong/contract/courses';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { OrgScope } from '../organisations/org-scope.js';
import { platformPath } from '../access/actor.js';
import { CourseInstructorEntity } from './course-instructor.entity.js';
import { addressOf } from './course-pictures.service.js';
import { CourseEntity } from './course.entity.js';

export interface DraftFilter {
  readonly scope: OrgScope;
  /** The caller; their own courses are listed wherever they lie. */
  readonly personId: string;
  readonly mine: boolean;
  readonly shelf: 'work' | 'templates' | 'archive';
  readonly text: string;
  readonly status: z.output<typeof CourseRow>['status'] | null;
  readonly limit: number;
  readonly offset: number;
}

export interface DraftRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: z.output<typeof CourseRow>['status'];
  readonly ownerId: string;
  readonly ownerShortName: string;
  readonly instructors: string[];
  readonly lessons: number;
  readonly minutes: number;
  readonly publishedNumber: number | null;
  readonly isTemplate: boolean;
  readonly publishAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly archivedAt: Date | null;
  readonly updatedAt: Date;
  readonly total: number;
}

@Injectable()
export class CourseDraftsRepository {
  find(reader: Reader, id: string): Promise<CourseEntity | null> {
    return reader.repository(CourseEntity).createQueryBuilder('c').where('c.id = :id and c.removed_at is null', { id }).getOne();
  }

  /** The course with its row locked: one change of facts, outline or version at a time. */
  lock(tx: Tx, id: string): Promise<CourseEntity | null> {
    return tx.repository(CourseEntity).createQueryBuilder('c').setLock('pessimistic_write').where('c.id = :id and c.removed_at is null', { id }).getOne();
  }

  async findAgencyOf(reader: Reader, courseId: string): Promise<string> {
    const [row] = await reader.query<{ agencyId: string }>('select o.agency_id as "agencyId" from course c join organisation o on o.id = c.owner_id where c.id = $1', [courseId]);
    return row?.agencyId ?? '';
  }

  /** Locks a course in the recycle bin; @returns since when it lies there, null for one that does not */
  async lockRemoved(tx: Tx, id: string): Promise<Date | null> {
    const [row] = await tx.query<{ removedAt: Date | null }>('select removed_at as "removedAt" from course where id = $1 for update', [id]);
    return row?.removedAt ?? null;
  }

  async insert(tx: Tx, course: CourseEntity): Promise<void> {
    await tx.repository(CourseEntity).insert(course);
  }

  async update(tx: Tx, id: string, change: Partial<CourseEntity>): Promise<void> {
    await tx.repository(CourseEntity).update({ id }, change);
  }

  /** Until the end of the transaction nobody else suggests codes that begin with this one. */
  async lockCode(tx: Tx, stem: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('course-code:' || $1, 0))`, [stem]);
  }

  async isCodeTaken(reader: Reader, code: string): Promise<boolean> {
    const rows = await reader.query('select 1 from course where lower(code) = lower($1)', [code]);
    return rows.length > 0;
  }

  async listInstructorIds(reader: Reader, courseId: string): Promise<string[]> {
    const rows = await reader.query<{ id: string }>('select person_id as id from course_instructor where course_id = $1 order by position, person_id', [courseId]);
    return rows.map((row) => row.id);
  }

  async replaceInstructors(tx: Tx, courseId: string, personIds: readonly string[]): Promise<void> {
    await tx.query('delete from course_instructor where course_id = $1', [courseId]);
    if (personIds.length === 0) return;
    await tx.repository(CourseInstructorEntity).insert(personIds.map((personId, position) => ({ courseId, personId, position })));
  }

  async isInstructor(reader: Reader, courseId: string, personId: string): Promise<boolean> {
    const rows = await reader.query('select 1 from course_instructor where course_id = $1 and person_id = $2', [courseId, personId]);
    return rows.length > 0;
  }

  async replacePrerequisites(tx: Tx, courseId: string, ids: readonly string[]): Promise<void> {
    await tx.query('delete from course_prerequisite where course_id = $1', [courseId]);
    await tx.query(
      'insert into course_prerequisite (course_id, requires_course_id, position) select $1, id, position from unnest($2::uuid[]) with ordinality as given (id, position)',
      [courseId, ids],
    );
  }

  listPrerequisites(reader: Reader, courseId: string): Promise<{ courseId: string; code: string; title: string }[]> {
    return reader.query(
      `select c.id as "courseId", c.code, c.title from course_prerequisite p join course c on c.id = p.requires_course_id and c.removed_at is null
       where p.course_id = $1 order by p.position`,
      [courseId],
    );
  }

  /** Of these, the published courses that an author of the agency may name: public ones, and those of the agency. */
  async countNameable(reader: Reader, agencyId: string, ids: readonly string[]): Promise<number> {
    const [row] = await reader.query<{ count: number }>(
      `select count(*)::int as count from course c join organisation o on o.id = c.owner_id
       where c.id = any($2::uuid[]) and c.removed_at is null and c.published_version_id is not null and (c.visibility = 'public' or o.agency_id = $1)`,
      [agencyId, ids],
    );
    return row?.count ?? 0;
  }

  /** Is the course among what these require, near or far? */
  async isRequiredBy(reader: Reader, courseId: string, ids: readonly string[]): Promise<boolean> {
    const rows = await reader.query(
      `with recursive before as (
         select unnest($2::uuid[]) as id
         union select p.requires_course_id from course_prerequisite p join before b on b.id = p.course_id)
       select 1 from before where id = $1`,
      [courseId, ids],
    );
    return rows.length > 0;
  }

  async findCover(reader: Reader, pictureId: string): Promise<{ src: string; width: number; height: number } | null> {
    const [row] = await reader.query<{ width: number; height: number }>('select width, height from course_picture where id = $1 and width is not null', [pictureId]);
    return row === undefined ? null : { src: addressOf(pictureId), ...row };
  }

  async hasPicture(reader: Reader, courseId: string, pictureId: string): Promise<boolean> {
    const rows = await reader.query('select 1 from course_picture where id = $1 and course_id = $2 and width is not null', [pictureId, courseId]);
    return rows.length > 0;
  }

  async findVersionHead(reader: Reader, versionId: string): Promise<{ number: number; publishedAt: Date } | null> {
    const [row] = await reader.query<{ number: number; publishedAt: Date }>(
      'select number, published_at as "publishedAt" from course_version where id = $1',
      [versionId],
    );
    return row ?? null;
  }

  /** Courses in the scope or taught by the caller, newest change first; each row carries the length of the whole list. */
  list(reader: Reader, filter: DraftFilter): Promise<DraftRow[]> {
    return reader.query<DraftRow>(
      `with listed as (
         select c.id, c.code, c.title, c.updated_at, c.owner_id, c.is_template, c.publish_at, c.withdrawn_at, c.archived_at, v.number,
                case when v.id is null then 'draft' when c.updated_at > v.published_at then 'changed' else 'published' end as status
         from course c
         join organisation o on o.id = c.owner_id
         left join course_version v on v.id = c.published_version_id
         where c.removed_at is null
           and case $9 when 'archive' then c.archived_at is not null when 'templates' then c.is_template and c.archived_at is null else c.archived_at is null and not c.is_template end
           and (exists (select 1 from course_instructor i where i.course_id = c.id and i.person_id = $2)
                or (not $3 and (o.path <@ $1::ltree[] or $4)))
           and ($5 = '' or strpos(lower(c.title || ' ' || c.code), lower($5)) > 0))
       select l.id, l.code, l.title, l.status, l.owner_id as "ownerId", o.short_name as "ownerShortName", l.number as "publishedNumber",
              l.updated_at as "updatedAt", l.is_template as "isTemplate", l.publish_at as "publishAt", l.withdrawn_at as "withdrawnAt", l.archived_at as "archivedAt",
              count(*) over ()::int as total,
              array(select p.name from course_instructor i join person p on p.id = i.person_id where i.course_id = l.id order by i.position) as instructors,
              s.lessons, s.minutes
       from listed l
       join organisation o on o.id = l.owner_id
       cross join lateral (
         select count(*)::int as lessons, coalesce(sum(x.minutes), 0)::int as minutes
         from lesson x join course_module m on m.id = x.module_id and m.removed_at is null
         where x.course_id = l.id and x.removed_at is null) s
       where $6::text is null or l.status = $6
       order by l.updated_at desc, l.id
       limit $7 offset $8`,
      [
        filter.scope.paths.filter((path) => path !== platformPath),
        filter.personId,
        filter.mine,
        filter.scope.paths.includes(platformPath),
        filter.text,
        filter.status,
        filter.limit,
        filter.offset,
        filter.shelf,
      ],
    );
  }
}
