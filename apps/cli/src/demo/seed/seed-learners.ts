import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';
import type { CertificatesService } from '@pamong/domain/certificates/certificates.service';
import type { CoursesService } from '@pamong/domain/courses/courses.service';
import type { Enrolment, EnrolmentsService } from '@pamong/domain/enrolments/enrolments.service';
import type { EvaluationService } from '@pamong/domain/evaluation/evaluation.service';
import type { ReadingService } from '@pamong/domain/learning/reading.service';
import type { LedgerService } from '@pamong/domain/ledger/ledger.service';
import type { WatchService } from '@pamong/domain/video/watch.service';
import type { Database } from '@pamong/platform/database/database';

import type { DemoCatalogue } from '../demo-catalogue.js';
import type { DemoLearner, DemoLearnerState, DemoStories } from '../demo-stories.js';
import type { QuizPlan, QuizTaker } from './quiz-taker.js';
import type { SeedActors } from './seed-actors.js';
import type { Courses } from './seed-courses.js';
import type { StoryClock } from './story-clock.js';

export interface LearnerServices {
  db: Database;
  clock: StoryClock;
  courses: CoursesService;
  enrolments: EnrolmentsService;
  reading: ReadingService;
  evaluation: EvaluationService;
  certificates: CertificatesService;
  ledger: LedgerService;
  quizzes: QuizTaker;
  watch: WatchService;
}

/** How far each state goes: lessons done, the quiz, and how many days ago the learner began. */
const plans: Readonly<Record<DemoLearnerState, { share: number; quiz: QuizPlan | null; daysAgo: number }>> = {
  started: { share: 0, quiz: null, daysAgo: 2 },
  halfway: { share: 0.6, quiz: null, daysAgo: 6 },
  'three-questions-left': { share: 1, quiz: { leave: 3, wrong: 0, submit: false }, daysAgo: 4 },
  'failed-once': { share: 1, quiz: { leave: 0, wrong: 6, submit: true }, daysAgo: 3 },
  certified: { share: 1, quiz: { leave: 0, wrong: 1, submit: true }, daysAgo: 30 },
  revoked: { share: 1, quiz: { leave: 0, wrong: 2, submit: true }, daysAgo: 24 },
};

/** Leads each learner of the stories to where they stand, through the same steps that a learner takes. */
export class SeedLearners {
  constructor(
    private readonly services: LearnerServices,
    private readonly catalogue: DemoCatalogue,
    private readonly stories: DemoStories,
    private readonly actors: SeedActors,
    private readonly courses: Courses,
  ) {}

  async run(): Promise<void> {
    for (const [index, learner] of this.stories.learners.entries()) await this.lead(learner, index);
    await this.revoke();
  }

  private async lead(learner: DemoLearner, index: number): Promise<void> {
    const { clock, enrolments, courses, db } = this.services;
    const plan = plans[learner.state];
    clock.setDaysAgo(plan.daysAgo, index % 8);
    const personId = this.actors.personId(learner.person);
    const name = this.catalogue.people.find((person) => person.id === learner.person)?.namaLengkap ?? '';
    const enrolment = await enrolments.enrol(personId, this.courseId(learner.course), name);
    const course = await courses.compiled(db, enrolment.versionId);
    const lessons = course.modules.flatMap((module) => module.lessons);
    const reading = lessons.filter((lesson) => lesson.kind !== 'quiz');
    for (const lesson of reading.slice(0, Math.ceil(reading.length * plan.share))) await this.study(enrolment, lesson);
    if (learner.state === 'started') await this.begin(enrolment, reading[0]);
    if (plan.quiz === null) return;
    await this.evaluate(learner, enrolment, course);
    for (const lesson of lessons.filter((one) => one.kind === 'quiz')) {
      await this.services.quizzes.take(personId, enrolment.courseId, lesson.id, planFor(plan.quiz, course));
    }
    await this.certify(enrolment);
  }

  private async study(enrolment: Enrolment, lesson: LessonOutline): Promise<void> {
    const { clock, reading } = this.services;
    await reading.open(enrolment.personId, enrolment.courseId, lesson.id);
    if (lesson.kind === 'video') await this.watch(enrolment, lesson, 1);
    clock.advanceSeconds(lesson.minutes * 60);
    if (lesson.kind !== 'video') await reading.markDone(enrolment.personId, enrolment.courseId, lesson.id);
  }

  /** Opens the first lesson and leaves it in the middle. */
  private async begin(enrolment: Enrolment, lesson: LessonOutline | undefined): Promise<void> {
    if (lesson === undefined) return;
    await this.services.reading.open(enrolment.personId, enrolment.courseId, lesson.id);
    if (lesson.kind === 'video') await this.watch(enrolment, lesson, 0.4);
  }

  /** Watches a part of a recording from its beginning, in the time that it takes. */
  private async watch({ personId, courseId }: Enrolment, lesson: LessonOutline, share: number): Promise<void> {
    const { clock, watch } = this.services;
    const { covered, length } = (await watch.state(personId, courseId, lesson.id)).state;
    const until = Math.round(length * share);
    if (covered >= until) return;
    const { viewingId } = await watch.open(personId, courseId, lesson.id);
    clock.advanceSeconds(until);
    await watch.beat(personId, viewingId, { intervals: [[0, until * 1000]], positionMs: until * 1000 });
  }

  private async evaluate(learner: DemoLearner, enrolment: Enrolment, course: CompiledCourse): Promise<void> {
    if (!course.rules.requirements.includes('evaluation')) return;
    const opinion = this.stories.evaluations.find((evaluation) => evaluation.person === learner.person && evaluation.course === learner.course);
    const { copies } = await this.services.evaluation.list(enrolment.personId, enrolment.courseId);
    for (const { form, subject, filled } of copies) {
      if (filled || opinion === undefined) continue;
      await this.services.evaluation.fill(enrolment.personId, enrolment.courseId, {
        key: form.key,
        subjectId: subject?.personId ?? null,
        ratings: opinion.scores[form.key],
        suggestion: opinion.suggestion[form.key],
      });
    }
  }

  /** Does what the worker does after a completion, now, so that the certificate bears the day of the story. */
  private async certify({ id }: Enrolment): Promise<void> {
    const { certificates, clock, db, enrolments, ledger } = this.services;
    if ((await enrolments.get(db, id)).completedAt === null) return;
    clock.advanceSeconds(2);
    const certificate = await certificates.issue(id);
    await ledger.recordCertificate(certificate.id);
  }

  private async revoke(): Promise<void> {
    const { person, course, reason } = this.stories.revocation;
    const { certificates, clock, ledger } = this.services;
    const own = await certificates.listOwn(this.actors.personId(person));
    const certificate = own.find((one) => one.courseId === this.courseId(course));
    if (certificate === undefined || certificate.revokedAt !== null) return;
    clock.setDaysAgo(17);
    await certificates.revoke(this.actors.as('u21'), certificate.id, reason);
    await ledger.reverseCertificate(certificate.id);
  }

  private courseId(code: string): string {
    const id = this.courses.get(code);
    if (id === undefined) throw new Error(`The demo has no course ${code}`);
    return id;
  }
}

/** A short quiz leaves no room for mistakes. */
function planFor(plan: QuizPlan, course: CompiledCourse): QuizPlan {
  return course.jp === 0 ? { ...plan, wrong: 0 } : plan;
}
