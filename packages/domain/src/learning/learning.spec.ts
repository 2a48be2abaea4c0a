import type { Actor } from '../access/actor.js';
import { someAuthor, somePublishedCourse } from '../courses/courses.factory.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { LearningService } from './learning.service.js';
import { MyCoursesService } from './my-courses.service.js';
import { ReadingService } from './reading.service.js';

describe('learning', () => {
  let bed: DomainBed;
  let author: Actor;
  let learning: LearningService;
  let reading: ReadingService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    author = await someAuthor(bed);
    learning = bed.get(LearningService);
    reading = bed.get(ReadingService);
  });

  afterAll(() => bed.close());

  async function enrolled() {
    const course = await somePublishedCourse(bed, author, { requirements: ['all_lessons'] });
    const personId = await somePerson(bed);
    const enrolment = await bed.get(EnrolmentsService).enrol(personId, course.id, 'Nurhayati, S.Kep., Ns.');
    const [first = '', second = ''] = course.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id));
    return { courseId: course.id, personId, enrolment, first, second };
  }

  const overlay = async (personId: string, courseId: string) => JSON.parse(await learning.overlay(personId, courseId)) as { completedAt: string | null; lessons: unknown[] };

  it('enrols once, under a name that is the person’s own', async () => {
    const { courseId, personId, enrolment } = await enrolled();
    const enrolments = bed.get(EnrolmentsService);
    const again = await Promise.all([1, 2, 3].map(() => enrolments.enrol(personId, courseId, 'NURHAYATI')));
    expect(new Set(again.map((one) => one.id))).toEqual(new Set([enrolment.id]));
    expect(again[0]?.nameOnCertificate).toBe('Nurhayati, S.Kep., Ns.');
    await expect(enrolments.enrol(await somePerson(bed), courseId, 'Orang Lain, S.T.')).rejects.toMatchObject({ code: 'NAME_DIFFERS' });
  });

  it('opens lessons in their order and says what is missing', async () => {
    const { courseId, personId, first, second } = await enrolled();
    await expect(learning.openLesson(bed.db, personId, courseId, second)).rejects.toMatchObject({ code: 'LESSON_LOCKED', params: { count: 1, first: 'Mengapa data perlu dijaga' } });
    await expect(reading.markDone(personId, courseId, second)).rejects.toMatchObject({ code: 'LESSON_LOCKED' });
    await reading.markDone(personId, courseId, first);
    expect((await learning.openLesson(bed.db, personId, courseId, second)).lesson.id).toBe(second);
  });

  it('completes a course when its last rule is met, once, also when two marks arrive together', async () => {
    const { courseId, personId, enrolment, first, second } = await enrolled();
    await reading.markDone(personId, courseId, first);
    expect(await overlay(personId, courseId)).toMatchObject({ completedAt: null });
    await Promise.all([reading.markDone(personId, courseId, second), reading.markDone(personId, courseId, second)]);
    expect(await overlay(personId, courseId)).toMatchObject({ completedAt: bed.clock.now().toISOString() });
    expect(await bed.outbox('learning.course-completed', enrolment.id)).toHaveLength(1);
  });

  it('shows nobody a course that they do not take', async () => {
    const { courseId, first } = await enrolled();
    const stranger = await somePerson(bed);
    await expect(learning.overlay(stranger, courseId)).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
    await expect(learning.openLesson(bed.db, stranger, courseId, first)).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
  });

  it('leads "continue" to the first lesson that is not done', async () => {
    const { courseId, personId, first, second } = await enrolled();
    await reading.open(personId, courseId, first);
    await reading.markDone(personId, courseId, first);
    const [card] = await bed.get(MyCoursesService).list(bed.db, personId);
    expect(card).toMatchObject({ courseId, lessonsDone: 1, lessonsTotal: 2, nextLesson: { id: second } });
  });

  it('reads the overlay, and what opens a lesson, in one statement each', async () => {
    const { courseId, personId, first } = await enrolled();
    await learning.openLesson(bed.db, personId, courseId, first);
    const query = jest.spyOn(bed.db, 'query');
    await learning.overlay(personId, courseId);
    await learning.openLesson(bed.db, personId, courseId, first);
    expect(query).toHaveBeenCalledTimes(2);
    query.mockRestore();
  });
});
