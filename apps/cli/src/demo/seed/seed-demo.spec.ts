import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { allEntities } from '@pamong/domain/all-entities';
import { PublishingService } from '@pamong/domain/courses/publishing.service';
import { DomainModule } from '@pamong/domain/domain.module';
import { loadConfig } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { createLogger } from '@pamong/platform/log/logger';
import { PlatformModule } from '@pamong/platform/platform.module';
import { dropDatabase, freshDatabase } from '@pamong/platform/testing/test-database';
import type { TestDatabase } from '@pamong/platform/testing/test-database';

import { completeCourses } from '../complete-courses.js';
import { seedDemo } from './seed-demo.js';
import { isSeeded } from './seeded.js';
import { StoryClock } from './story-clock.js';

jest.setTimeout(120_000);

const logger = createLogger('seed-test', 'silent');

describe('pamong seed', () => {
  let database: TestDatabase;
  let admin: Database;
  let dir: string;

  const config = (demo = '1') => loadConfig({ DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, DATABASE_POOL: '6', PAMONG_DEMO: demo, PAMONG_DATA_DIR: dir });

  async function counts(db = admin): Promise<Record<string, number>> {
    const tables = await db.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await db.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
      found[name] = row?.count ?? 0;
    }
    return found;
  }

  beforeAll(async () => {
    database = await freshDatabase('seed');
    dir = mkdtempSync(join(tmpdir(), 'pamong-seed-'));
    admin = await Database.open({ url: database.ownerUrl, entities: [], poolSize: 2 });
  });
  afterAll(async () => {
    await admin.close();
    await dropDatabase(database);
    rmSync(dir, { recursive: true, force: true });
  });

  it('refuses outside of demo mode', async () => {
    await expect(seedDemo(config('0'), logger)).rejects.toThrow('PAMONG_DEMO=1');
  });

  it('fills the demo, and a second run changes nothing', async () => {
    expect(await isSeeded(database.url)).toBe(false);
    const first = await seedDemo(config(), logger);
    expect(first).toMatchObject({ agencies: 5, people: 2_037, courses: 13 });
    const after = await counts();
    expect(after).toMatchObject({ organisation: 105, person: 2_037, account: 26, person_number: 2_037, course: 13, course_version: 5, enrolment: 28 });
    expect(await isSeeded(database.url)).toBe(true);
    await seedDemo(config(), logger);
    expect(await counts()).toEqual(after);
  });

  it('publishes courses against which the check list says nothing', async () => {
    const imports = [PlatformModule.forRoot({ config: config(), logger, clock: new StoryClock(new Date()), entities: allEntities, applicationName: 'seed-test' }), DomainModule];
    const app = await NestFactory.createApplicationContext({ module: class CheckModule {}, imports }, { logger: false, abortOnError: false });
    try {
      const published = await admin.query<{ id: string; code: string; jp: number }>(
        `select c.id, c.code, (v.outline ->> 'jp')::int as jp from course c join course_version v on v.id = c.published_version_id order by c.code`,
      );
      expect(published.map(({ code }) => code)).toEqual(Object.keys(completeCourses).sort());
      const checked = await Promise.all(published.map(async ({ id, code, jp }) => ({ code, jp, findings: await app.get(PublishingService, { strict: false }).check(id) })));
      expect(checked.filter(({ jp }) => jp > 0).map(({ code, findings }) => [code, findings])).toEqual(checked.filter(({ jp }) => jp > 0).map(({ code }) => [code, []]));
      expect(checked.filter(({ jp }) => jp > 0)).toHaveLength(published.length - 1);
    } finally {
      await app.close();
    }
  });

  it('leaves the demo learner three questions before the end, at 16 JP, with both forms filled', async () => {
    const [learner] = await admin.query<{ jp: number; answered: number; asked: number; deadline: Date | null; forms: number; open: number }>(
      `select (select sum(jp)::int from ledger_entry where person_id = p.id) as jp,
              (select count(*)::int from quiz_answer where attempt_id = a.id) as answered,
              jsonb_array_length(to_jsonb(a.question_order)) as asked, a.deadline_at as deadline,
              (select count(*)::int from evaluation_filled where enrolment_id = e.id) as forms,
              (select count(*)::int from lesson_progress where enrolment_id = e.id and completed_at is not null) as open
       from person p join enrolment e on e.person_id = p.id join course c on c.id = e.course_id and c.code = 'AI-101'
       join quiz_attempt a on a.enrolment_id = e.id and a.submitted_at is null
       where p.external_ref = 'demo:u04'`,
    );
    expect(learner).toEqual({ jp: 16, answered: 9, asked: 12, deadline: null, forms: 2, open: 7 });
  });

  it('publishes the recording with captions and chapters, and leaves one learner in the middle of it', async () => {
    const [lesson] = await admin.query<{ status: string; sizes: number; captions: number; chapters: number; watched: number }>(
      `select m.status, jsonb_array_length(m.renditions) as sizes, jsonb_array_length(m.captions) as captions,
              jsonb_array_length(v.content -> 'chapters') as chapters, round(100.0 * w.covered / w.length)::int as watched
       from lesson_version v join media_asset m on m.id = (v.content ->> 'assetId')::uuid
       join watch_state w on w.lesson_id = v.lesson_id join enrolment e on e.id = w.enrolment_id join person p on p.id = e.person_id
       where v.kind = 'video' and p.external_ref = 'demo:u16'`,
    );
    expect(lesson).toMatchObject({ status: 'processing', captions: 1, chapters: 8, watched: 40 });
    expect(lesson?.sizes).toBeGreaterThan(0);
  });

  it('issues real documents: certified, revoked, and a PPPK with 26 JP', async () => {
    const certificates = await admin.query<{ person: string; code: string; filed: boolean; revoked: boolean; late: boolean }>(
      `select p.external_ref as person, c.code, x.file_sha256 is not null and x.file_bytes > 10000 as filed, x.revoked_at is not null as revoked,
              x.issued_at > now() - interval '10 days' as late
       from certificate x join person p on p.id = x.person_id join course c on c.id = x.course_id order by c.code, 1`,
    );
    expect(certificates.map(({ person, code, revoked }) => `${person} ${code} ${revoked}`)).toEqual([
      'demo:u10 AI-101 false',
      'demo:u11 AI-101 true',
      'demo:u26 AI-101 false',
      'demo:u20 AKHLAK-101 false',
      'demo:u13 KAMI-101 false',
      'demo:u15 KAMI-101 false',
      'demo:u19 KAMI-101 false',
      'demo:u04 PAMONG-001 false',
      'demo:u05 PAMONG-001 false',
      'demo:u12 PPD-201 false',
      'demo:u13 PPD-201 false',
      'demo:u23 PPD-201 false',
    ]);
    expect(certificates.every(({ filed, late }) => filed && !late)).toBe(true);
    const sums = await admin.query<{ person: string; jp: number }>(
      `select p.external_ref as person, sum(l.jp)::int as jp from ledger_entry l join person p on p.id = l.person_id
       where p.external_ref in ('demo:u10', 'demo:u11', 'demo:u16') group by 1 order by 1`,
    );
    expect(sums).toEqual([{ person: 'demo:u10', jp: 20 }, { person: 'demo:u11', jp: 0 }, { person: 'demo:u16', jp: 26 }]);
  });

  it('is finished by the next run when it is killed half way', async () => {
    const complete = await counts();
    const other = await freshDatabase('seed_killed');
    const watch = await Database.open({ url: other.ownerUrl, entities: [], poolSize: 1 });
    try {
      const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', '..', 'bin', 'prepare.mjs')], {
        env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: other.url, DATABASE_OWNER_URL: other.ownerUrl, PAMONG_DEMO: '1', PAMONG_DATA_DIR: dir, LOG_LEVEL: 'silent' },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      for (let tries = 0; tries < 2_000; tries += 1) {
        const [row] = await watch.query<{ count: number }>('select count(*)::int as count from quiz_answer');
        if ((row?.count ?? 0) >= 5) break;
        await sleep(5);
      }
      child.kill('SIGKILL');
      await ended;
      expect(await isSeeded(other.url)).toBe(false);
      await seedDemo({ ...config(), database: { ...config().database, url: other.url, ownerUrl: other.ownerUrl } }, logger);
      expect(await counts(watch)).toEqual(complete);
    } finally {
      await watch.close();
      await dropDatabase(other);
    }
  });
});
