import { AccessNews } from '@pamong/domain/messages/access-news';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('delegation over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let head: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    head = await bed.signIn(place, 'training_admin', 'unit_admin');
  });

  afterAll(() => bed.close());

  /** Sessions are kept for 5 s; the clock is ours. */
  const later = () => bed.clock.advance({ seconds: 5 });
  const day = (days: number) => new Date(bed.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const role = async (of: SignedIn, name: string) => (await of.client.delegations.list()).lendable.find((one) => one.role === name)?.assignmentId ?? '';
  const lend = async (to: SignedIn, name: string, more: { organisationId?: string; from?: string; until?: string } = {}) =>
    head.client.delegations.create({ body: { toPersonId: to.personId, assignmentIds: [await role(head, name)], until: day(7), reason: 'Cuti tahunan', ...more } });

  it('gives the deputy what the role gives, for its days, and no longer', async () => {
    const deputy = await bed.signIn(place);
    const given = await lend(deputy, 'training_admin', { from: day(2), until: day(4) });
    expect(given).toMatchObject({ state: 'upcoming', reason: 'Cuti tahunan', roles: [{ role: 'training_admin', organisation: { id: place.agencyId } }] });
    const list = () => deputy.client.courses.list({ query: {} });
    await expect(list()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    bed.clock.advance({ days: 3 });
    await expect(list()).resolves.toMatchObject({ total: expect.any(Number) });
    bed.clock.advance({ days: 3 });
    await expect(list()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('ends with a word of either, and with the role that was lent', async () => {
    const [first, second, third] = [await bed.signIn(place), await bed.signIn(place), await bed.signIn(place)];
    const can = async (one: SignedIn) => (later(), (await one.client.session.get()).me?.can.includes('course.author'));
    const byGiver = await lend(first, 'training_admin');
    const byTaker = await lend(second, 'training_admin');
    await lend(third, 'training_admin');
    expect([await can(first), await can(second), await can(third)]).toEqual([true, true, true]);
    await head.client.delegations.end({ params: { delegationId: byGiver.id } });
    await expect(third.client.delegations.end({ params: { delegationId: byTaker.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await second.client.delegations.end({ params: { delegationId: byTaker.id } })).toMatchObject({ state: 'ended', can: { end: false } });
    expect([await can(first), await can(second), await can(third)]).toEqual([false, false, true]);
    const admin = await bed.signIn(place, 'agency_admin');
    await admin.client.access.end({ params: { assignmentId: await role(head, 'training_admin') } });
    expect(await can(third)).toBe(false);
    await admin.client.access.grant({ params: { organisationId: place.agencyId }, body: { personId: head.personId, role: 'training_admin' } });
    later();
  });

  it('is seen and ended by who may give its roles, and by nobody beyond', async () => {
    const [deputy, other] = [await bed.signIn(place), await bed.signIn(place)];
    const [admin, foreign, learner] = [await bed.signIn(place, 'agency_admin'), await bed.signIn(await bed.place(), 'agency_admin'), await bed.signIn(place)];
    const unitAdmin = await bed.signIn(place, 'unit_admin');
    const teaching = await lend(deputy, 'training_admin');
    const unit = await lend(other, 'unit_admin');
    const seen = async (by: SignedIn) => (await by.client.delegations.listOthers({ query: { size: 100, state: 'active' } })).items.filter(({ id }) => id === teaching.id || id === unit.id).map(({ id, can }) => ({ teaching: id === teaching.id, may: can.end }));
    expect(await seen(admin)).toEqual(expect.arrayContaining([{ teaching: true, may: true }, { teaching: false, may: true }]));
    expect(await seen(unitAdmin)).toEqual(expect.arrayContaining([{ teaching: true, may: false }, { teaching: false, may: true }]));
    expect([await seen(foreign), await seen(head)]).toEqual([[], []]);
    await expect(learner.client.delegations.listOthers({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const end = (by: SignedIn, id: string) => by.client.delegations.end({ params: { delegationId: id } });
    for (const by of [foreign, learner]) await expect(end(by, teaching.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(end(unitAdmin, teaching.id)).rejects.toMatchObject({ code: 'ROLE_BEYOND_YOURS' });
    expect(await end(admin, teaching.id)).toMatchObject({ state: 'ended', can: { end: false } });
    expect(await end(admin, teaching.id)).toMatchObject({ state: 'ended' });
    expect(await end(unitAdmin, unit.id)).toMatchObject({ state: 'ended' });
    expect(await bed.db.query(`select actor_person_id as by from audit_event where action = 'access.delegation-ended' and details->>'delegationId' = $1`, [teaching.id])).toEqual([{ by: admin.personId }]);
    expect(await bed.db.query(`select 1 from outbox where name = 'access.delegation-ended' and payload->>'delegationId' = $1`, [teaching.id])).toHaveLength(1);
  });

  it('lends no right to give roles, and nothing that was lent', async () => {
    const deputy = await bed.signIn(place);
    await lend(deputy, 'unit_admin');
    later();
    const { me } = await deputy.client.session.get();
    expect([me?.can.includes('role.read'), me?.can.includes('role.grant')]).toEqual([true, false]);
    await expect(deputy.client.access.grant({ params: { organisationId: place.unitId }, body: { personId: deputy.personId, role: 'leader' } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await deputy.client.delegations.list()).lendable).toEqual([]);
    const other = await bed.signIn(place);
    const again = deputy.client.delegations.create({ body: { toPersonId: other.personId, assignmentIds: [await role(head, 'unit_admin')], until: day(7), reason: 'Lagi' } });
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(deputy.client.delegations.listCandidates({ query: { q: 'nur' } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('may be narrower than the role: for one unit, and never wider', async () => {
    const deputy = await bed.signIn(place);
    await lend(deputy, 'training_admin', { organisationId: place.unitId });
    later();
    const course = (organisationId: string) => deputy.client.courses.create({ body: { title: `Pelatihan ${organisationId}`, organisationId } });
    await expect(course(place.unitId)).resolves.toBeDefined();
    await expect(course(place.agencyId)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const elsewhere = await bed.place();
    await expect(lend(deputy, 'training_admin', { organisationId: elsewhere.unitId })).rejects.toMatchObject({ code: 'DELEGATION_PLACE_OUTSIDE' });
    expect((await head.client.delegations.listPlaces({ query: {} })).items.map(({ id }) => id)).toEqual([place.agencyId, place.unitId]);
  });

  it('stays in the agency, needs somebody else, a day to come, and a role that may be lent', async () => {
    const stranger = await bed.signIn(await bed.place());
    await expect(lend(stranger, 'training_admin')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lend(head, 'training_admin')).rejects.toMatchObject({ code: 'DELEGATION_TO_SELF' });
    const deputy = await bed.signIn(place);
    await expect(lend(deputy, 'training_admin', { until: day(-2) })).rejects.toMatchObject({ code: 'ROLE_DATES_INVALID' });
    expect((await head.client.delegations.listCandidates({ query: { q: 'nurha' } })).items.map(({ id }) => id)).not.toContain(stranger.personId);
    const platform = await bed.signIn(place, 'platform_admin');
    const [assignment] = (await platform.client.access.listAssignments({ query: { personId: platform.personId } })).items;
    const lent = platform.client.delegations.create({ body: { toPersonId: deputy.personId, assignmentIds: [assignment?.id ?? ''], until: day(7), reason: 'Cuti' } });
    await expect(lent).rejects.toMatchObject({ code: 'DELEGATION_ROLE_FIXED' });
  });

  it('tells both, is in the audit trail, and is a reason in "why"', async () => {
    const deputy = await bed.signIn(place);
    const { id } = await lend(deputy, 'training_admin');
    for (let times = 0; times < 2; times += 1) await bed.get(AccessNews).tellDelegation(id, 'made');
    later();
    const news = async (one: SignedIn, delegated: string) => (await one.client.messages.list({ query: {} })).items.filter(({ kind }) => kind === delegated);
    expect(await news(deputy, 'access.delegation-received')).toMatchObject([{ params: { name: 'Nurhayati' }, link: '/kelola/delegasi' }]);
    expect(await news(head, 'access.delegation-given')).toHaveLength(1);
    await head.client.delegations.end({ params: { delegationId: id } });
    const { id: next } = await lend(deputy, 'training_admin');
    await bed.get(AccessNews).tellDelegation(id, 'ended');
    expect(await news(deputy, 'access.delegation-ended')).toHaveLength(1);
    const audited = await bed.db.query<{ action: string; id: string }>(
      `select action, details ->> 'delegationId' as id from audit_event where subject_id = $1 order by seq`, [deputy.personId],
    );
    expect(audited).toEqual([{ action: 'access.delegated', id }, { action: 'access.delegation-ended', id }, { action: 'access.delegated', id: next }]);
    const admin = await bed.signIn(place, 'agency_admin');
    const { permissions } = await admin.client.access.explain({ params: { personId: deputy.personId }, query: {} });
    expect(permissions.find(({ permission }) => permission === 'course.publish')?.reasons).toMatchObject([{ kind: 'role', role: 'training_admin', lentBy: 'Nurhayati' }]);
  });
});
