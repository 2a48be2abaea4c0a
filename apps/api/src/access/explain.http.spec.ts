import { allRoutes } from '@pamong/contract/all-routes';
import type { Route } from '@pamong/contract/kernel/route';
import type { Permission } from '@pamong/contract/permissions';
import { permissions } from '@pamong/contract/permissions';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('what can this person do here, and why', () => {
  let bed: ApiBed;
  let place: Place;
  let admin: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    admin = await bed.signIn(place, 'agency_admin', 'training_admin');
  });

  afterAll(() => bed.close());

  const explain = (of: SignedIn, query: { organisationId?: string; courseId?: string } = {}, by = admin) =>
    by.client.access.explain({ params: { personId: of.personId }, query });

  it('names each permission with the role, place and days that give it, and the roles that would', async () => {
    const somebody = await bed.signIn(place);
    await admin.client.access.grant({ params: { organisationId: place.unitId }, body: { personId: somebody.personId, role: 'unit_admin', until: '2099-12-31' } });
    const { person, place: at, permissions: lines } = await explain(somebody);
    expect([person.id, at]).toEqual([somebody.personId, { kind: 'organisation', id: place.unitId, name: 'Dinas Kesehatan' }]);
    expect(lines.map(({ permission }) => permission)).toEqual(permissions);
    expect(lines.find(({ permission }) => permission === 'role.grant')).toMatchObject({
      held: true,
      reasons: [{ kind: 'role', role: 'unit_admin', organisation: { id: place.unitId, isAgency: false }, until: '2099-12-31T16:00:00.000Z', lentBy: null }],
      givenBy: ['unit_admin', 'agency_admin', 'platform_admin'],
    });
    expect(lines.find(({ permission }) => permission === 'course.author')).toMatchObject({ held: false, reasons: [], givenBy: ['instructor', 'training_admin', 'agency_admin', 'platform_admin'] });
    // What counts at the unit does not count above it.
    expect((await explain(somebody, { organisationId: place.agencyId })).permissions.every(({ held }) => !held)).toBe(true);
  });

  it('agrees with what the person is answered', async () => {
    const { permissions: lines } = await explain(admin, { organisationId: place.unitId });
    const { me } = await admin.client.session.get();
    expect(lines.filter(({ held }) => held).map(({ permission }) => permission).toSorted()).toEqual(me?.can);
    expect(lines.find(({ permission }) => permission === 'course.author')?.reasons).toHaveLength(2);
  });

  it('knows who teaches a course, for every permission that a route asks on one', async () => {
    const teacher = await bed.signIn(place);
    const course = await admin.client.courses.create({ body: { title: `Pelatihan ${teacher.personId}` } });
    await admin.client.courses.change({ params: { courseId: course.id }, body: { revision: course.revision, instructorIds: [teacher.personId] } });
    const { place: at, permissions: lines } = await explain(teacher, { courseId: course.id });
    expect(at).toEqual({ kind: 'course', id: course.id, name: course.title });
    const asked = Object.values(allRoutes as Record<string, Record<string, Route>>).flatMap(Object.values).flatMap(({ access }: Route) => (typeof access === 'object' && access.scope === 'course' ? [access.permission] : []));
    expect(lines.filter(({ held }) => held).map(({ permission }) => permission).toSorted()).toEqual([...new Set<Permission>(asked)].toSorted());
    expect(lines.find(({ permission }) => permission === 'course.publish')?.reasons).toEqual([{ kind: 'teaches' }]);
    expect((await explain(teacher)).permissions.every(({ held }) => !held)).toBe(true);
  });

  it('says nothing of another agency: neither of its people nor at its places', async () => {
    const there = await bed.place();
    const stranger = await bed.signIn(there, 'agency_admin', 'training_admin');
    await expect(explain(admin, {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(explain(admin, { organisationId: there.unitId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const course = await stranger.client.courses.create({ body: { title: `Pelatihan ${stranger.personId}` } });
    await expect(explain(admin, { courseId: course.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(explain(admin, {}, await bed.signIn(place))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
