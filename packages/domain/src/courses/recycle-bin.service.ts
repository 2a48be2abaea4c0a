import { Inject, Injectable } from '@nestjs/common';
import type { BinRow } from '@pamong/contract/course-lifecycle';
import { binDays } from '@pamong/contract/course-lifecycle';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type { Logger } from '@pamong/platform/log/logger';
import { LOGGER } from '@pamong/platform/log/logger';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { platformPath } from '../access/actor.js';
import { binUntil } from './course-lifecycle.service.js';

interface Row {
  readonly kind: z.output<typeof BinRow>['kind'];
  readonly id: string;
  readonly title: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly detail: string;
  readonly removedAt: Date;
  readonly total: number;
}

/** What was removed from courses: shown for 30 days, then taken away unless somebody learned with it. */
@Injectable()
export class RecycleBinService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async list(actor: Actor, { page, size }: { readonly page: number; readonly size: number }) {
    const { paths } = actor.scope('course.author');
    const rows = await this.db.query<Row>(
      `with mine as (
         select c.id, c.title, c.removed_at from course c join organisation o on o.id = c.owner_id
         where o.path <@ $1::ltree[] or $2 or exists (select from course_instructor i where i.course_id = c.id and i.person_id = $3)),
       -- A lesson of a removed module, and a module of a removed course, come back with it.
       removed as (
         select 'course' as kind, id, title, id as course_id, title as course_title,
                (select count(*) from lesson l where l.course_id = mine.id and l.removed_at is null)::text as detail, removed_at
         from mine where removed_at is not null
         union all
         select 'module', m.id, m.title, c.id, c.title, (select count(*) from lesson l where l.module_id = m.id and l.removed_at is null)::text, m.removed_at
         from mine c join course_module m on m.course_id = c.id where c.removed_at is null and m.removed_at is not null
         union all
         select 'lesson', l.id, l.title, c.id, c.title, m.title, l.removed_at
         from mine c join lesson l on l.course_id = c.id join course_module m on m.id = l.module_id
         where c.removed_at is null and m.removed_at is null and l.removed_at is not null)
       select kind, id, title, course_id as "courseId", course_title as "courseTitle", detail, removed_at as "removedAt", count(*) over ()::int as total
       from removed where removed_at > $4 order by removed_at desc, id limit $5 offset $6`,
      [paths.filter((path) => path !== platformPath), paths.includes(platformPath), actor.personId, this.oldest(), size, (page - 1) * size],
    );
    return {
      items: rows.map(({ total: _total, detail, removedAt, ...row }) => ({
        ...row, detail: row.kind === 'lesson' ? detail : Number(detail), removedAt: removedAt.toISOString(), until: binUntil(removedAt).toISOString(),
      })),
      total: rows[0]?.total ?? 0, page, size,
    };
  }

  /**
   * Takes away what lay here for its time: lessons that no version names, modules without lessons, drafts that were never published.
   * What a version, and so perhaps a learner's record, names stays in the database and is only not shown any more.
   */
  async empty(): Promise<number> {
    const gone = await this.db.tx(async (tx) => (await this.emptyLessons(tx)) + (await this.emptyModules(tx)));
    const drafts = await this.db.query<{ id: string }>('select id from course where removed_at <= $1 and published_version_id is null order by id', [this.oldest()]);
    let courses = 0;
    for (const { id } of drafts) if (await this.eraseDraft(id)) courses += 1;
    return gone + courses;
  }

  private async emptyLessons(tx: Tx): Promise<number> {
    const rows = await tx.query(
      `with gone as (
         select l.id from lesson l where l.removed_at <= $1 and not exists (select from lesson_version v where v.lesson_id = l.id)),
       kept as (delete from lesson_revision where lesson_id in (select id from gone))
       delete from lesson where id in (select id from gone) returning id`,
      [this.oldest()],
    );
    return rows.length;
  }

  private async emptyModules(tx: Tx): Promise<number> {
    const rows = await tx.query('delete from course_module m where removed_at <= $1 and not exists (select from lesson l where l.module_id = m.id) returning id', [this.oldest()]);
    return rows.length;
  }

  /** @returns false where something of a later feature names the draft: then it stays, unseen */
  private async eraseDraft(id: string): Promise<boolean> {
    try {
      await this.db.tx(async (tx) => {
        await tx.query('update course set cover_picture_id = null where id = $1', [id]);
        // A copy shares the pictures of what it was copied from: those stay, as the copy's own.
        await tx.query(
          `update course_picture p set course_id = named.course_id from (
             select mine.id, l.course_id from course_picture mine join lesson l on l.course_id <> $1 and l.body::text like '%/api/pictures/' || mine.id || '%' where mine.course_id = $1
             union all
             select mine.id, l.course_id from course_picture mine join lesson_version v on v.content::text like '%/api/pictures/' || mine.id || '%'
             join lesson l on l.id = v.lesson_id and l.course_id <> $1 where mine.course_id = $1
             union all
             select mine.id, c.id from course_picture mine join course c on c.cover_picture_id = mine.id and c.id <> $1 where mine.course_id = $1
           ) named where p.id = named.id`,
          [id],
        );
        await tx.query('delete from lesson_revision where lesson_id in (select id from lesson where course_id = $1)', [id]);
        for (const table of ['lesson', 'course_module', 'course_instructor', 'course_prerequisite', 'course_picture']) await tx.query(`delete from ${table} where course_id = $1`, [id]);
        await tx.query('delete from course where id = $1', [id]);
      });
      return true;
    } catch (error) {
      this.log.warn({ courseId: id, error: String(error) }, 'a removed draft is still named by something and stays');
      return false;
    }
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - binDays * 86_400_000);
  }
}
