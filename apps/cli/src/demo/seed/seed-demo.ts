import 'reflect-metadata';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessService } from '@pamong/domain/access/access.service';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { demoPassword } from '@pamong/domain/accounts/demo-accounts';
import { allEntities } from '@pamong/domain/all-entities';
import { DomainModule } from '@pamong/domain/domain.module';
import { outsidersSetting } from '@pamong/domain/entry/outsiders.setting';
import { MediaService } from '@pamong/domain/media/media.service';
import { MediaUploadsService } from '@pamong/domain/media/media-uploads.service';
import { TranscodingService } from '@pamong/domain/media/transcoding.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { OrganisationHeadsService } from '@pamong/domain/people/organisation-heads.service';
import { PeopleChangesService } from '@pamong/domain/people/people-changes.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { SupervisorsService } from '@pamong/domain/people/supervisors.service';
import { SettingsService } from '@pamong/domain/settings/settings.service';
import { WatchService } from '@pamong/domain/video/watch.service';
import type { Config } from '@pamong/platform/config/config';
import { CertificatesService } from '@pamong/domain/certificates/certificates.service';
import { CourseDraftsService } from '@pamong/domain/courses/course-drafts.service';
import { CourseOutlineService } from '@pamong/domain/courses/course-outline.service';
import { CoursesService } from '@pamong/domain/courses/courses.service';
import { PublishingService } from '@pamong/domain/courses/publishing.service';
import { EnrolmentsService } from '@pamong/domain/enrolments/enrolments.service';
import { EvaluationService } from '@pamong/domain/evaluation/evaluation.service';
import { ReadingService } from '@pamong/domain/learning/reading.service';
import { LedgerService } from '@pamong/domain/ledger/ledger.service';
import { QuizAttemptsService } from '@pamong/domain/quizzes/quiz-attempts.service';
import { QuizGradingService } from '@pamong/domain/quizzes/quiz-grading.service';
import { Database } from '@pamong/platform/database/database';
import { NestLogger } from '@pamong/platform/log/logger';
import type { Logger } from '@pamong/platform/log/logger';
import { PlatformModule } from '@pamong/platform/platform.module';
import { Storage } from '@pamong/platform/storage/storage';
import { UploadFolder } from '@pamong/platform/uploads/upload-folder';

import { readDemoCatalogue } from '../demo-catalogue.js';
import { readDemoStories } from '../demo-stories.js';
import { QuizTaker } from './quiz-taker.js';
import { SeedActors } from './seed-actors.js';
import { seedCity } from './seed-city.js';
import { seedCourses } from './seed-courses.js';
import { seedHistory } from './seed-history.js';
import { SeedLearners } from './seed-learners.js';
import { seedRecording } from './seed-recording.js';
import { placeId, seedOrganisations } from './seed-organisations.js';
import type { Places } from './seed-organisations.js';
import { seedPeople } from './seed-people.js';
import { demoEdition, seededEdition } from './seeded.js';
import { StoryClock } from './story-clock.js';

class SeedModule {
  static with(config: Config, logger: Logger, clock: StoryClock): DynamicModule {
    return {
      module: SeedModule,
      imports: [PlatformModule.forRoot({ config, logger, clock, entities: allEntities, applicationName: 'pamong-seed' }), DomainModule],
    };
  }
}

export interface SeedReport {
  agencies: number;
  people: number;
  courses: number;
  /** Wall-clock time of the whole run in milliseconds. */
  tookMs: number;
}

/** One seed at a time for the whole installation; another one waits and then finds everything there. */
const seedLock = 7_263_532;

/**
 * Fills an installation with the demo through the product's own services. Each step looks for what it would make
 * before it makes it, so a second run changes nothing and a run that was killed is finished by the next.
 *
 * @param today the moment that all dates of the demo are relative to
 * @throws Error outside of demo mode, because the demo's accounts have a known password
 */
export async function seedDemo(config: Config, logger: Logger, today = new Date()): Promise<SeedReport> {
  if (!config.demo) throw new Error('The demo has accounts with a known password; set PAMONG_DEMO=1 if you want it');
  const started = performance.now();
  const clock = new StoryClock(today);
  const app = await NestFactory.createApplicationContext(SeedModule.with(config, logger, clock), { logger: new NestLogger(logger), abortOnError: false });
  const db = app.get(Database);
  const guard = await db.pool.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [seedLock]);
    return { ...(await tell(app, db, clock)), tookMs: Math.round(performance.now() - started) };
  } finally {
    guard.release(true);
    await app.close();
  }
}

async function tell(app: INestApplicationContext, db: Database, clock: StoryClock): Promise<Omit<SeedReport, 'tookMs'>> {
  const get = <T>(service: abstract new (...args: never[]) => T): T => app.get<T>(service as Type<T>, { strict: false });
  const catalogue = readDemoCatalogue();

  clock.setDaysAgo(120);
  const places = await seedOrganisations(db, get(OrganisationsService), catalogue.agencies);
  const people = await seedPeople(
    { db, clock, people: get(PeopleService), accounts: get(AccountsService), access: get(AccessService) },
    catalogue,
    places,
    demoPassword,
  );

  const inCity = await seedCity(
    {
      db, clock, organisations: get(OrganisationsService), changes: get(PeopleChangesService), heads: get(OrganisationHeadsService),
      supervisors: get(SupervisorsService), ledger: get(LedgerService),
    },
    places,
    people,
  );

  const actors = new SeedActors(catalogue, places, people);
  const stories = readDemoStories();
  const recording = {
    db, settings: get(SettingsService), media: get(MediaService), uploads: get(MediaUploadsService), folder: get(UploadFolder), transcoding: get(TranscodingService),
    storage: get(Storage),
  };
  const courses = await seedCourses(
    { db, clock, drafts: get(CourseDraftsService), outline: get(CourseOutlineService), publishing: get(PublishingService) },
    catalogue,
    places,
    actors,
    (course, complete) => seedRecording(recording, actors.as(course.pengajarId[0] ?? ''), placeId(places, course.instansiPemilikId), complete),
  );
  await seedHistory({ db, clock, ledger: get(LedgerService) }, catalogue, actors, stories.activities);
  const learners = new SeedLearners(
    {
      db,
      clock,
      courses: get(CoursesService),
      enrolments: get(EnrolmentsService),
      reading: get(ReadingService),
      evaluation: get(EvaluationService),
      certificates: get(CertificatesService),
      ledger: get(LedgerService),
      quizzes: new QuizTaker(get(QuizAttemptsService), get(QuizGradingService), catalogue.questions, clock),
      watch: get(WatchService),
    },
    catalogue,
    stories,
    actors,
    courses,
  );
  await learners.run();
  clock.set(clock.today);
  await openRegistration(db, get(SettingsService), placeId(places, 'org-kl'));
  await markSeeded(db, get(SettingsService), places);
  return { agencies: catalogue.agencies.length, people: people.size + inCity, courses: courses.size };
}

/** People from outside may register with the ministry, whose courses are for the whole country. */
async function openRegistration(db: Database, settings: SettingsService, agencyId: string): Promise<void> {
  await db.tx(async (tx) => {
    if (!(await settings.get(tx, agencyId, outsidersSetting)).open) await settings.set(tx, agencyId, outsidersSetting, { open: true });
  });
}

/** Says that every step is done; written once, so that a second run leaves even this row as it is. */
async function markSeeded(db: Database, settings: SettingsService, places: Places): Promise<void> {
  const home = placeId(places, 'org-lp');
  await db.tx(async (tx) => {
    if ((await settings.get(tx, home, seededEdition)) < demoEdition) await settings.set(tx, home, seededEdition, demoEdition);
  });
}
