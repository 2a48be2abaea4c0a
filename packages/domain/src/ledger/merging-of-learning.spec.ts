import { CertificatesService } from '../certificates/certificates.service.js';
import { completedEnrolment } from '../certificates/certificates.factory.js';
import { someAuthor, somePublishedCourse } from '../courses/courses.factory.js';
import { someAdmin } from '../entry/entry.factory.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { LearningService } from '../learning/learning.service.js';
import { MyCoursesService } from '../learning/my-courses.service.js';
import { ReadingService } from '../learning/reading.service.js';
import { someRecording } from '../media/media.factory.js';
import { MergingService } from '../people/merging.service.js';
import { QuizAttemptsService } from '../quizzes/quiz-attempts.service.js';
import { QuizGradingService } from '../quizzes/quiz-grading.service.js';
import { rightOptions, someQuiz, someQuizSetting } from '../quizzes/quizzes.factory.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { WatchService } from '../video/watch.service.js';
import { LedgerService } from './ledger.service.js';

/** What was learned under two records of one person. */
describe('learning under two records', () => {
  let bed: DomainBed;
  let enrolments: EnrolmentsService;
  let admin: Awaited<ReturnType<typeof someAdmin>>;

  beforeAll(async () => {
    bed = await DomainBed.open();
    enrolments = bed.get(EnrolmentsService);
    admin = await someAdmin(bed, 'platform_admin', 'agency');
  });
  afterAll(() => bed.close());

  const name = 'Nurhayati, S.Kep., Ns.';
  const two = () => Promise.all([somePerson(bed, { organisationId: admin.unitId }), somePerson(bed, { organisationId: admin.unitId, staffNumber: null, employmentKind: 'PPPK' })]);
  const merge = (keptId: string, goneId: string) => bed.get(MergingService).merge(admin.actor, keptId, goneId, { kept: 1, gone: 1 });
  const words = async (keptId: string, goneId: string) => (await bed.get(MergingService).preview(admin.actor, keptId, goneId)).parts.flatMap((part) => part.lines.map((line) => line.words.en)).join('\n');
  const overlay = async (personId: string, courseId: string) =>
    JSON.parse(await bed.get(LearningService).overlay(personId, courseId)) as { enrolmentId: string; completedAt: string | null; lessons: { lessonId: string; completedAt: string | null; detail: object }[] };

  it('a lesson that is done in either is done, and together they may complete the course', async () => {
    const course = await somePublishedCourse(bed, await someAuthor(bed), { requirements: ['all_lessons'] });
    const [first = '', second = ''] = (course.modules[0]?.lessons ?? []).map((lesson) => lesson.id);
    const [keptId, goneId] = await two();
    const [kept, gone] = await Promise.all([enrolments.enrol(keptId, course.id, name), enrolments.enrol(goneId, course.id, name)]);
    await bed.get(ReadingService).markDone(keptId, course.id, first);
    // The second one is behind the first, which was done under the other record only.
    await bed.db.tx((tx) => bed.get(LearningService).completeLesson(tx, { enrolmentId: gone.id, lessonId: second }));
    expect(await words(keptId, goneId)).toContain('Both records take “Keamanan Informasi untuk ASN”: the one that is further stays');
    await merge(keptId, goneId);
    const after = await overlay(keptId, course.id);
    expect(after.lessons.filter((lesson) => lesson.completedAt !== null)).toHaveLength(2);
    expect(after.completedAt).not.toBeNull();
    expect(await bed.outbox('learning.course-completed', after.enrolmentId)).toHaveLength(1);
    expect([kept.id, gone.id]).toContain(after.enrolmentId);
    // The other stays as history and is in no list; what comes late for it counts in the one that stays.
    expect(await enrolments.listOwn(bed.db, keptId)).toHaveLength(1);
    expect(await bed.get(MyCoursesService).list(bed.db, keptId)).toHaveLength(1);
    const goneEnrolment = after.enrolmentId === kept.id ? gone.id : kept.id;
    expect((await bed.db.tx((tx) => enrolments.lock(tx, goneEnrolment))).id).toBe(after.enrolmentId);
    await expect(enrolments.enrol(keptId, course.id, name)).resolves.toMatchObject({ id: after.enrolmentId });
  });

  it('the completed enrolment stays, with its certificate, also where it was the record that goes that had it', async () => {
    const done = await completedEnrolment(bed, { agency: { agencyId: admin.agencyId, unitId: admin.unitId, path: admin.path }, person: { staffNumber: null, employmentKind: 'PPPK' } });
    const certificate = await bed.get(CertificatesService).issue(done.enrolmentId);
    await bed.get(LedgerService).recordCertificate(certificate.id);
    await bed.db.tx((tx) => bed.get(LedgerService).recordOpening(tx, { personId: done.personId, day: '2026-05-04', title: 'Pelatihan lain', jp: 6, minutes: 270, siasnKind: 3, evidence: 'a' }));
    const keptId = await somePerson(bed, { organisationId: admin.unitId });
    await bed.db.tx((tx) => bed.get(LedgerService).recordOpening(tx, { personId: keptId, day: '2026-05-04', title: 'Pelatihan lain', jp: 6, minutes: 270, siasnKind: 3, evidence: 'a' }));
    await bed.db.query(
      `insert into enrolment (id, person_id, course_id, version_id, name_on_certificate, enrolled_at, last_activity_at) values (uuidv7(), $1, $2, $3, $4, now(), now())`,
      [keptId, done.courseId, done.versionId, name],
    );
    expect(await words(keptId, done.personId)).toMatch(/completed stays[^]*1 certificate moves[^]*10 JP \(2 lines\)/);
    await merge(keptId, done.personId);
    expect(await enrolments.getOwn(bed.db, keptId, done.courseId)).toMatchObject({ id: done.enrolmentId, completedAt: expect.any(Date) as Date });
    // As it was issued: only whose it is has another id.
    expect(await bed.get(CertificatesService).getOwn(keptId, certificate.id)).toEqual({ ...certificate, personId: keptId });
    // The opening hours were brought to both records: the same evidence counts once.
    expect((await bed.get(LedgerService).standing(keptId)).recorded).toBe(10);
    expect((await bed.get(LedgerService).standing(done.personId)).recorded).toBe(0);
    // The event that comes again writes nothing, and a revocation takes the hours back where they are.
    await bed.get(LedgerService).recordCertificate(certificate.id);
    expect((await bed.get(LedgerService).listOwn(keptId, 1, 10)).total).toBe(2);
    await bed.get(LedgerService).reverseCertificate(certificate.id);
    expect((await bed.get(LedgerService).standing(keptId)).recorded).toBe(6);
    expect((await bed.get(LedgerService).listOwn(done.personId, 1, 10)).items.map((line) => line.jp).reduce((sum, jp) => sum + jp, 0)).toBe(0);
  });

  it('a certificate that was read before the merge is recorded for the one that stays', async () => {
    const done = await completedEnrolment(bed, { agency: { agencyId: admin.agencyId, unitId: admin.unitId, path: admin.path } });
    const keptId = await somePerson(bed, { organisationId: admin.unitId, staffNumber: null });
    await merge(keptId, done.personId);
    const certificate = await bed.get(CertificatesService).issue(done.enrolmentId);
    await bed.db.query('update certificate set person_id = $2 where id = $1', [certificate.id, done.personId]);
    await bed.get(LedgerService).recordCertificate(certificate.id);
    expect((await bed.get(LedgerService).standing(keptId)).recorded).toBe(4);
    expect((await bed.db.query('select person_id as id from inbox_message where natural_key = $1', [`certificates.issued:${certificate.id}`]))).toEqual([{ id: keptId }]);
  });

  it('every attempt counts, in the order in which they began, and of two open ones the older is handed in', async () => {
    const quiz = someQuiz();
    const { courseId, lessonId, personId: goneId, enrolment } = await someQuizSetting(bed, quiz);
    const keptId = await somePerson(bed, { employmentKind: 'PPPK', staffNumber: null });
    const attempts = bed.get(QuizAttemptsService);
    await enrolments.enrol(keptId, courseId, name);
    const older = await attempts.start(goneId, courseId, lessonId);
    for (const question of quiz.questions) await attempts.answer(goneId, older.id, question.id, rightOptions(question));
    bed.clock.advance({ minutes: 1 });
    const newer = await attempts.start(keptId, courseId, lessonId);
    await merge(keptId, goneId);
    const status = await attempts.status(keptId, courseId, lessonId);
    expect(status.attempts.map((one) => [one.id, one.number])).toEqual([[older.id, 1], [newer.id, 2]]);
    expect(await bed.outbox('quizzes.grade-attempt', older.id)).toHaveLength(1);
    await bed.get(QuizGradingService).grade(older.id);
    expect(await overlay(keptId, courseId)).toMatchObject({ completedAt: expect.any(String) as string, lessons: [{ detail: { bestScore: 100, passed: true, attempts: 2 } }] });
    expect((await bed.db.tx((tx) => enrolments.lock(tx, enrolment.id))).personId).toBe(keptId);
    expect(await attempts.get(keptId, older.id)).toMatchObject({ id: older.id });
  });

  it('seconds that were watched under both make one whole, and may be enough', async () => {
    const author = await someAuthor(bed);
    const assetId = await someRecording(bed, author, { seconds: 100 });
    const course = await somePublishedCourse(bed, author, {
      requirements: ['all_lessons'],
      modules: [{ title: 'Rekaman', lessons: [{ kind: 'video', title: 'Menebak kata', minutes: 45, body: { assetId, chapters: [], notes: '' } }] }],
    });
    const lessonId = course.modules[0]?.lessons[0]?.id ?? '';
    const [keptId, goneId] = await two();
    const watch = bed.get(WatchService);
    const viewings: string[] = [];
    for (const [personId, from, until] of [[keptId, 0, 50_000], [goneId, 40_000, 95_000]] as const) {
      await enrolments.enrol(personId, course.id, name);
      const { viewingId } = await watch.open(personId, course.id, lessonId);
      viewings.push(viewingId);
      bed.clock.advance({ seconds: 60 });
      expect(await watch.beat(personId, viewingId, { intervals: [[from, until]], positionMs: until })).toMatchObject({ refused: 0, completed: false });
    }
    expect(await words(keptId, goneId)).toContain('The seconds watched of 1 recording count');
    await merge(keptId, goneId);
    expect((await watch.state(keptId, course.id, lessonId)).state).toMatchObject({ watched: [[0, 95]], covered: 95, completed: true, positionMs: 95_000 });
    expect(await overlay(keptId, course.id)).toMatchObject({ completedAt: expect.any(String) as string, lessons: [{ detail: { coverage: 0.95 } }] });
    const open = await bed.db.query('select id from watch_viewing where id = any($1::uuid[]) and ended_at is null', [viewings]);
    expect(open.length).toBeLessThanOrEqual(1);
    await expect(watch.open(keptId, course.id, lessonId)).resolves.toBeDefined();
  });
});
