import { setTimeout as sleep } from 'node:timers/promises';
import { EnrolmentsService } from '@pamong/domain/enrolments/enrolments.service';
import { QuizAttemptsService } from '@pamong/domain/quizzes/quiz-attempts.service';
import { rightOptions, someQuizSetting } from '@pamong/domain/quizzes/quizzes.factory';
import { DomainBed } from '@pamong/domain/testing/domain-bed';
import { somePerson } from '@pamong/domain/testing/factories';
import { ProductionSystem } from '@pamong/platform/testing/production-system';

/** Enough for the kill to fall into the middle on any machine. */
const COUNT = 60;

interface Found {
  graded: number;
  passed: number;
  completions: number;
  certificates: number;
  lines: number;
}

let system: ProductionSystem;
let bed: DomainBed;

beforeAll(async () => {
  system = await ProductionSystem.start({ name: 'grading', demo: false });
  bed = await DomainBed.open(system.database);
});
afterAll(() => bed.close());

async function found(courseId: string): Promise<Found> {
  const [row] = await bed.db.query<Found>(
    `select (select count(*)::int from quiz_attempt where course_id = $1 and graded_at is not null) as graded,
            (select count(*)::int from quiz_attempt where course_id = $1 and passed) as passed,
            (select count(*)::int from audit_event where action = 'enrolments.completed' and details ->> 'courseId' = $1::text) as completions,
            (select count(*)::int from certificate where course_id = $1 and file_key is not null) as certificates,
            (select count(*)::int from ledger_entry l join certificate c on c.id = l.certificate_id where c.course_id = $1) as lines`,
    [courseId],
  );
  return row ?? { graded: 0, passed: 0, completions: 0, certificates: 0, lines: 0 };
}

async function until(courseId: string, milliseconds: number, enough: (now: Found) => boolean): Promise<Found> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const now = await found(courseId);
    if (enough(now) || Date.now() > end) return now;
    await sleep(20);
  }
}

test('a worker killed in the middle of grading leaves one result, one completion and one certificate each', async () => {
  const setting = await someQuizSetting(bed);
  const attempts = bed.get(QuizAttemptsService);
  const submit: (() => Promise<unknown>)[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const personId = await somePerson(bed);
    await bed.get(EnrolmentsService).enrol(personId, setting.courseId, 'Nurhayati');
    const { id } = await attempts.start(personId, setting.courseId, setting.lessonId);
    for (const question of setting.quiz.questions) await attempts.answer(personId, id, question.id, rightOptions(question));
    submit.push(() => attempts.submit(personId, id));
  }
  await Promise.all(submit.map((handIn) => handIn()));
  const begun = await until(setting.courseId, 30_000, ({ graded }) => graded >= 5);
  await system.kill9('worker');
  expect(begun.graded).toBeGreaterThanOrEqual(5);
  await system.start('worker');
  // Fifteen seconds are the promise on an idle machine; the limit here only ends a test that would never end.
  const done = await until(setting.courseId, 60_000, ({ lines, certificates }) => lines === COUNT && certificates === COUNT);
  expect(done).toEqual({ graded: COUNT, passed: COUNT, completions: COUNT, certificates: COUNT, lines: COUNT });
});
