import { setTimeout as sleep } from 'node:timers/promises';
import { Actor } from '@pamong/domain/access/actor';
import { CourseDraftsService } from '@pamong/domain/courses/course-drafts.service';
import { PublishingService } from '@pamong/domain/courses/publishing.service';
import { EnrolmentsService } from '@pamong/domain/enrolments/enrolments.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import type { BenchBed } from '../bench-bed.js';
import type { Journey } from '../journey.js';

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
    const { courseId, lessonId } = await publishedCourse(bed, learners[0]?.personId ?? '');
    for (const { personId } of learners) {
      const { name } = await bed.get(PeopleService).get(bed.db, personId);
      await bed.get(EnrolmentsService).enrol(personId, courseId, name);
    }
    return learners.map(({ cookie }) => ({ cookie, courseId, lessonId }));
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

/** A course of one text lesson that counts one JP. */
async function publishedCourse(bed: BenchBed, authorId: string): Promise<{ courseId: string; lessonId: string }> {
  const { agencyId, organisationId } = await bed.get(PeopleService).get(bed.db, authorId);
  const { path } = await bed.get(OrganisationsService).get(bed.db, organisationId);
  const author = new Actor(authorId, authorId, authorId, agencyId, path, [{ role: 'instructor', path }]);
  const draft = await bed.get(CourseDraftsService).create(author, {
    title: 'Keamanan Informasi untuk ASN',
    summary: 'Menjaga data warga.',
    modules: [{ title: 'Dasar', lessons: [{ kind: 'text', title: 'Tiga kebiasaan', minutes: 45, body: { html: '<p>Satu</p>' } }] }],
  });
  await bed.get(PublishingService).publish(author, draft.id, 1);
  return { courseId: draft.id, lessonId: draft.modules[0]?.lessons[0]?.id ?? '' };
}
