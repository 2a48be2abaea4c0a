import { someAuthor, somePublishedCourse } from '../courses/courses.factory.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { DueSources } from '../learning/due-sources.js';
import { LearningService } from '../learning/learning.service.js';
import { ReadingService } from '../learning/reading.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { EvaluationService } from './evaluation.service.js';

describe('evaluation forms', () => {
  let bed: DomainBed;
  let evaluation: EvaluationService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    evaluation = bed.get(EvaluationService);
  });

  afterAll(() => bed.close());

  async function halfWay() {
    const author = await someAuthor(bed);
    const course = await somePublishedCourse(bed, author, { requirements: ['evaluation'] });
    const personId = await somePerson(bed);
    await bed.get(EnrolmentsService).enrol(personId, course.id, 'Nurhayati');
    const lessonId = course.modules[0]?.lessons[0]?.id ?? '';
    const about = { key: 'instructor' as const, subjectId: author.personId, ratings: [4, 4, 3, 4, 4, 4], suggestion: `Lanjutkan ${course.id}` };
    const organisation = { key: 'organisation' as const, subjectId: null, ratings: [3, 4, 3, 4, 3, 4], suggestion: '' };
    return { courseId: course.id, personId, lessonId, about, organisation };
  }

  it('opens when half of the lessons are done', async () => {
    const { courseId, personId, lessonId, about } = await halfWay();
    expect(await evaluation.list(personId, courseId)).toMatchObject({ open: false, copies: [{ filled: false }, { filled: false }] });
    await expect(evaluation.fill(personId, courseId, about)).rejects.toMatchObject({ code: 'EVALUATION_NOT_OPEN' });
    await bed.get(ReadingService).markDone(personId, courseId, lessonId);
    expect(await bed.get(DueSources).list(bed.db, personId)).toHaveLength(2);
    // Who is away, or has left, is asked for nothing; coming back they are.
    for (const status of ['study_assignment', 'unpaid_leave', 'leave', 'transferred', 'retired', 'deceased']) {
      await bed.db.query('update person set status = $2 where id = $1', [personId, status]);
      expect(await bed.get(DueSources).list(bed.db, personId)).toEqual([]);
    }
    await bed.db.query(`update person set status = 'active' where id = $1`, [personId]);
    await evaluation.fill(personId, courseId, about);
    expect(await evaluation.list(personId, courseId)).toMatchObject({ open: true, copies: [{ filled: true }, { filled: false }] });
    expect(await bed.get(DueSources).list(bed.db, personId)).toHaveLength(1);
  });

  it('can be met in a course that nobody teaches: the form about the organisation is always there', async () => {
    const author = await someAuthor(bed);
    const course = await somePublishedCourse(bed, author, { requirements: ['evaluation'], instructorIds: [] });
    const personId = await somePerson(bed);
    await bed.get(EnrolmentsService).enrol(personId, course.id, 'Nurhayati');
    expect(course.instructors).toEqual([]);
    await bed.get(ReadingService).markDone(personId, course.id, course.modules[0]?.lessons[0]?.id ?? '');
    expect(await evaluation.list(personId, course.id)).toMatchObject({ open: true, copies: [{ form: { key: 'organisation' }, subject: null }] });
    await evaluation.fill(personId, course.id, { key: 'organisation', subjectId: null, ratings: [3, 4, 3, 4, 3, 4], suggestion: '' });
    expect(JSON.parse(await bed.get(LearningService).overlay(personId, course.id))).toMatchObject({ completedAt: bed.clock.now().toISOString() });
  });

  it('takes each form once, whole, and completes the course with the last', async () => {
    const { courseId, personId, lessonId, about, organisation } = await halfWay();
    await bed.get(ReadingService).markDone(personId, courseId, lessonId);
    await expect(evaluation.fill(personId, courseId, { ...about, ratings: [4] })).rejects.toMatchObject({ code: 'EVALUATION_INCOMPLETE' });
    await expect(evaluation.fill(personId, courseId, { ...about, subjectId: personId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const twice = await Promise.allSettled([evaluation.fill(personId, courseId, about), evaluation.fill(personId, courseId, about)]);
    expect(twice.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await evaluation.fill(personId, courseId, organisation);
    expect(JSON.parse(await bed.get(LearningService).overlay(personId, courseId))).toMatchObject({ completedAt: bed.clock.now().toISOString() });
  });

  it('keeps who answered and what was answered apart: no common key, no time, no order', async () => {
    const { courseId, personId, lessonId, about } = await halfWay();
    await bed.get(ReadingService).markDone(personId, courseId, lessonId);
    await evaluation.fill(personId, courseId, about);
    const [response] = await bed.db.query<Record<string, unknown>>('select * from evaluation_response where course_id = $1', [courseId]);
    const enrolment = await bed.get(EnrolmentsService).getOwn(bed.db, personId, courseId);
    const text = JSON.stringify(response);
    for (const trace of [personId, enrolment.id]) expect(text).not.toContain(trace);
    expect(String(response?.['id'])[14]).toBe('4');
    const audited = await bed.db.query('select 1 from audit_event where action like $1', ['evaluation%']);
    expect(audited).toEqual([]);
  });
});
