import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('roles over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let admin: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    // Notices between processes arrive on a real connection, as in production.
    await bed.app.listen(0, '127.0.0.1');
    place = await bed.place();
    admin = await bed.signIn(place, 'agency_admin');
  });

  afterAll(() => bed.close());

  const grant = (to: SignedIn, role: 'training_admin' | 'leader', organisationId = place.unitId) =>
    admin.client.access.grant({ params: { organisationId }, body: { personId: to.personId, role, reason: 'Surat tugas 12/2026' } });

  it('counts for who is signed in already, and is gone within 5 s of its end', async () => {
    const colleague = await bed.signIn(place);
    await expect(colleague.client.courses.list({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const given = await grant(colleague, 'training_admin');
    bed.clock.advance({ seconds: 5 });
    await expect(colleague.client.courses.list({ query: {} })).resolves.toMatchObject({ items: [] });
    await admin.client.access.end({ params: { assignmentId: given.id } });
    bed.clock.advance({ seconds: 5 });
    await expect(colleague.client.courses.list({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await colleague.client.session.get()).me).toMatchObject({ can: [] });
  });

  it('does not wait for the 5 s where the notice arrives', async () => {
    const colleague = await bed.signIn(place);
    const given = await grant(colleague, 'training_admin');
    bed.clock.advance({ seconds: 5 });
    await colleague.client.courses.list({ query: {} });
    await admin.client.access.end({ params: { assignmentId: given.id } });
    const lost = async () => {
      for (let tries = 0; tries < 200; tries += 1) {
        const answer = await colleague.client.courses.list({ query: {} }).then(() => 'let in', (error: { code: string }) => error.code);
        if (answer !== 'let in') return answer;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return 'let in';
    };
    expect(await lost()).toBe('NOT_ALLOWED');
  });

  it('lists, filters by address and finds people and places to give roles to', async () => {
    const head = await bed.signIn(place);
    const { id } = await grant(head, 'leader');
    const { items, total } = await admin.client.access.listAssignments({ query: { role: 'leader', personId: head.personId, organisationId: place.agencyId, state: 'active' } });
    expect([items[0]?.id, total]).toEqual([id, 1]);
    expect((await admin.client.access.listCandidates({ query: { q: 'NURHA' } })).items.map((one) => one.id)).toContain(head.personId);
    expect((await admin.client.access.listPlaces({ query: { q: 'kesehatan' } })).items).toMatchObject([{ id: place.unitId, grantable: expect.arrayContaining(['leader', 'unit_admin']) }]);
  });

  it('answers a double grant and a bad input with what is wrong', async () => {
    const head = await bed.signIn(place);
    await grant(head, 'leader');
    await expect(grant(head, 'leader')).rejects.toMatchObject({ code: 'ROLE_HELD_ALREADY' });
    const answer = await bed.app.inject({ method: 'POST', url: `/api/organisations/${place.unitId}/role-assignments`, headers: { cookie: admin.cookie }, payload: { role: 'king', from: '30 Feb' } });
    expect(answer.json()).toMatchObject({ status: 400, faults: [{ path: 'body.personId' }, { path: 'body.role' }, { path: 'body.from' }] });
  });

  it('is closed to who may not, and hides what another agency has', async () => {
    const learner = await bed.signIn(place);
    await expect(learner.client.access.listAssignments({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const given = await grant(learner, 'leader');
    await expect(learner.client.access.end({ params: { assignmentId: given.id } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const stranger = await bed.signIn(await bed.place(), 'agency_admin');
    await expect(stranger.client.access.end({ params: { assignmentId: given.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stranger.client.access.restore({ params: { assignmentId: given.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stranger.client.access.grant({ params: { organisationId: place.unitId }, body: { personId: learner.personId, role: 'leader' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const auditor = await bed.signIn(place);
    await admin.client.access.grant({ params: { organisationId: place.agencyId }, body: { personId: auditor.personId, role: 'auditor', until: '2099-12-31' } });
    bed.clock.advance({ seconds: 5 });
    expect((await auditor.client.access.listAssignments({ query: { personId: auditor.personId } })).items[0]?.can).toEqual({ end: false, restore: false });
  });
});
