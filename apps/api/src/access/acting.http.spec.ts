import { AccessNews } from '@pamong/domain/messages/access-news';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const reason = 'Kuis tidak terbuka, tiket 41';

describe('acting as somebody else, over HTTP', () => {
  let bed: ApiBed;
  let place: Place;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
  });

  afterAll(() => bed.close());

  const admin = () => bed.signIn(place, 'agency_admin');
  const act = (by: SignedIn, as: SignedIn, mayWrite = false) => by.client.acting.start({ params: { personId: as.personId }, body: { reason, mayWrite } });
  const whoIs = async (one: SignedIn) => (await one.client.session.get()).me;
  const later = () => bed.clock.advance({ seconds: 5 });

  it('shows what the person sees, reading only, until it is stopped or half an hour is over', async () => {
    const [support, teacher] = [await admin(), await bed.signIn(place, 'instructor')];
    const { until } = await act(support, teacher);
    expect(Date.parse(until) - bed.clock.now().getTime()).toBe(30 * 60_000);
    expect(await whoIs(support)).toMatchObject({ personId: teacher.personId, roles: ['instructor'], acting: { adminName: 'Nurhayati', until, mayWrite: false } });
    await expect(support.client.courses.list({ query: {} })).resolves.toBeDefined();
    await expect(support.client.courses.create({ body: { title: 'Atas nama' } })).rejects.toMatchObject({ code: 'ACTING_READ_ONLY' });
    await expect(support.client.access.listAssignments({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await whoIs(teacher))?.acting).toBeNull();
    await support.client.acting.stop();
    expect(await whoIs(support)).toMatchObject({ personId: support.personId, acting: null });
    await act(support, teacher);
    bed.clock.advance({ minutes: 30 });
    expect((await whoIs(support))?.personId).toBe(support.personId);
  });

  it('is never as somebody who may do more, of another agency, or oneself', async () => {
    const support = await admin();
    await expect(act(support, await bed.signIn(place, 'platform_admin'))).rejects.toMatchObject({ code: 'ACTING_BEYOND_YOURS' });
    await expect(act(support, await bed.signIn(await bed.place()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(support, support)).rejects.toMatchObject({ code: 'ACTING_FORBIDDEN' });
    await expect(act(support, await bed.signIn(place), true)).rejects.toMatchObject({ code: 'ACTING_BEYOND_YOURS' });
    // A role elsewhere is more than an admin of this agency holds.
    const guest = await bed.signIn(place);
    const elsewhere = await bed.place();
    const platform = await bed.signIn(elsewhere, 'platform_admin');
    await platform.client.access.grant({ params: { organisationId: elsewhere.unitId }, body: { personId: guest.personId, role: 'instructor' } });
    await expect(act(support, guest)).rejects.toMatchObject({ code: 'ACTING_BEYOND_YOURS' });
    await expect(act(await bed.signIn(place, 'unit_admin'), guest)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('changes things only by a second right and a choice, and never rights, account or another person', async () => {
    const [platform, teacher] = [await bed.signIn(place, 'platform_admin'), await bed.signIn(place, 'agency_admin')];
    await act(platform, teacher, true);
    const course = await platform.client.courses.create({ body: { title: `Atas nama ${teacher.personId}` } });
    const row = await bed.db.query(`select actor_person_id as actor, acting_for_person_id as "for" from audit_event where subject_id = $1`, [course.id]);
    expect(row).toEqual([{ actor: platform.personId, for: teacher.personId }]);
    const grant = platform.client.access.grant({ params: { organisationId: place.unitId }, body: { personId: teacher.personId, role: 'leader' } });
    await expect(grant).rejects.toMatchObject({ code: 'ACTING_FORBIDDEN' });
    await expect(act(platform, await bed.signIn(place), true)).rejects.toMatchObject({ code: 'ACTING_FORBIDDEN' });
    await expect(platform.client.entry.changeEmail({ body: { email: 'milik.admin@nc.example' } })).rejects.toMatchObject({ code: 'ACTING_FORBIDDEN' });
    await expect(platform.client.session.revokeOthers()).rejects.toMatchObject({ code: 'ACTING_FORBIDDEN' });
    // Signing out ends the admin's own session, and nobody else's.
    await platform.client.session.signOut();
    expect(await whoIs(platform)).toBeNull();
    expect(await whoIs(teacher)).toMatchObject({ personId: teacher.personId });
  });

  it('ends within 5 s when the admin loses the right, or the person gains more', async () => {
    const [support, other] = [await admin(), await admin()];
    const [learner, second] = [await bed.signIn(place), await bed.signIn(place)];
    await act(support, learner);
    const [role] = (await other.client.access.listAssignments({ query: { personId: support.personId, role: 'agency_admin' } })).items;
    await other.client.access.end({ params: { assignmentId: role?.id ?? '' } });
    later();
    expect(await whoIs(support)).toMatchObject({ personId: support.personId, can: [], acting: null });
    await act(other, second);
    const platform = await bed.signIn(place, 'platform_admin');
    await platform.client.access.grant({ params: { organisationId: place.agencyId }, body: { personId: second.personId, role: 'platform_admin' } });
    later();
    expect((await whoIs(other))?.personId).toBe(other.personId);
  });

  it('is told to the person with its reason, and audited from beginning to end', async () => {
    const [support, learner] = [await admin(), await bed.signIn(place)];
    await act(support, learner);
    await support.client.acting.stop();
    const audited = await bed.db.query<{ action: string; id: string }>(
      `select action, actor_person_id as actor, acting_for_person_id as "for", details ->> 'reason' as reason from audit_event where subject_id = $1 order by seq`, [learner.personId],
    );
    expect(audited).toEqual([
      { action: 'access.acting-started', actor: support.personId, for: null, reason },
      { action: 'access.acting-ended', actor: support.personId, for: learner.personId, reason: null },
    ]);
    const [{ id } = { id: '' }] = await bed.db.query<{ id: string }>('select id from acting where subject_id = $1', [learner.personId]);
    for (let times = 0; times < 2; times += 1) await bed.get(AccessNews).tellActing(id);
    const { items } = await learner.client.messages.list({ query: {} });
    expect(items).toMatchObject([{ kind: 'access.acted-as', params: { name: 'Nurhayati', reason } }]);
  });
});
