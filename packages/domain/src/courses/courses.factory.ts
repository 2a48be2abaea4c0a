import type { Role } from '@pamong/contract/permissions';
import { Actor } from '../access/actor.js';
import type { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { CourseDraftsService } from './course-drafts.service.js';
import type { CourseView } from './course-views.service.js';
import type { NewCourse } from './new-course.js';
import { PublishingService } from './publishing.service.js';

/** A person of an agency of the test's own who holds a role for the whole agency. */
export async function someAuthor(bed: DomainBed, role: Role = 'instructor'): Promise<Actor> {
  const place = await someAgency(bed);
  const personId = await somePerson(bed, { organisationId: place.unitId });
  const [agencyPath = ''] = place.path.split('.');
  return new Actor(personId, personId, personId, place.agencyId, place.path, [{ role, path: agencyPath }]);
}

/** A draft that passes the check list: one module with two texts of 45 minutes, unless told otherwise. */
export function someDraft(bed: DomainBed, author: Actor, given: Partial<NewCourse> = {}): Promise<CourseView> {
  return bed.get(CourseDraftsService).create(author, {
    title: 'Keamanan Informasi untuk ASN',
    summary: 'Menjaga data warga.',
    modules: [
      {
        title: 'Dasar',
        lessons: [
          { kind: 'text', title: 'Mengapa data perlu dijaga', minutes: 45, body: { html: '<p>Satu</p>' } },
          { kind: 'text', title: 'Tiga kebiasaan', minutes: 45, body: { html: '<p>Dua</p>' } },
        ],
      },
    ],
    ...given,
  });
}

/** A published course. */
export async function somePublishedCourse(bed: DomainBed, author: Actor, given: Partial<NewCourse> = {}): Promise<CourseView> {
  const draft = await someDraft(bed, author, given);
  return bed.get(PublishingService).publish(author, draft.id, 1);
}
