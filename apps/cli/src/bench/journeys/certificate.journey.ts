import { setTimeout as sleep } from 'node:timers/promises';
import type { Journey } from '../journey.js';
import { publishedCourse } from './published-course.js';

/** Longer than this from the last lesson to the document counts as an error. */
const patienceMs = 10_000;

interface Ready {
  readonly items: readonly { readonly id: string; readonly status: string }[];
}

/** The last lesson is done; how soon can the sealed certificate be downloaded? One learner after the other, so the system is idle for each. */
export const certificate: Journey = {
  name: 'certificate',
  summary: 'last lesson done, certificate issued, downloaded',
  connections: 1,
  once: true,
  prepare: async (bed) => {
    const learners = await bed.learners(40);
    const { courseId, lessonIds } = await publishedCourse(bed, learners, {
      modules: [{ title: 'Dasar', lessons: [{ kind: 'text', title: 'Tiga kebiasaan', minutes: 45, body: { html: '<p>Satu</p>' } }] }],
    });
    return learners.map(({ cookie }) => ({ cookie, courseId, lessonId: lessonIds[0] ?? '' }));
  },
  visit: async (connection, visitor) => {
    const { cookie, courseId, lessonId } = visitor as Readonly<Record<'cookie' | 'courseId' | 'lessonId', string>>;
    const began = performance.now();
    await connection.send('PUT', `/api/learning/${courseId}/lessons/${lessonId}/completion`, { cookie });
    for (;;) {
      const { body } = await connection.send('GET', '/api/certificates', { cookie });
      const [issued] = (body as Ready).items;
      if (issued?.status === 'valid') {
        await connection.send('GET', `/api/certificates/${issued.id}/file`, { cookie });
        return;
      }
      if (performance.now() - began > patienceMs) throw new Error('No certificate within 10 s');
      await sleep(20);
    }
  },
};
