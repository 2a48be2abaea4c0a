import { AccessService } from '@pamong/domain/access/access.service';
import { CallersService } from '@pamong/domain/access/callers.service';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('units over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let admin: SignedIn;
  let foreign: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
    admin = await bed.signIn(place, 'agency_admin');
    foreign = await bed.signIn(await bed.place(), 'agency_admin');
  });

  afterAll(() => bed.close());

  const units = () => admin.client.organisations;
  /** The unit of the place with its agency above. */
  const own = async () => {
    const [agency] = (await units().list({ query: {} })).items;
    const [unit] = (await units().list({ query: { parentId: agency?.id } })).items;
    return { agencyId: agency?.id ?? '', unitId: unit?.id ?? '' };
  };

  it('shows the tree from the agency down, and finds units with the way to them', async () => {
    const { agencyId, unitId } = await own();
    const made = await units().create({ params: { organisationId: unitId }, body: { name: 'Puskesmas Kamonji', shortName: 'Kamonji', code: 'PKM-7' } });
    expect(made).toMatchObject({ parentId: unitId, code: 'PKM-7', people: 0, can: { manage: true } });
    const { items } = await units().search({ query: { q: 'kamonj' } });
    expect(items).toMatchObject([{ name: 'Puskesmas Kamonji', way: [{ id: agencyId }, { id: unitId }] }]);
    expect((await units().search({ query: { q: '%' } })).items).toEqual([]);
  });

  it('keeps agencies apart on every route', async () => {
    const { agencyId, unitId } = await own();
    const params = { organisationId: unitId };
    const { organisations } = foreign.client;
    const notFound = { problem: { status: 404 } };
    await expect(organisations.get({ params })).rejects.toMatchObject(notFound);
    await expect(organisations.list({ query: { parentId: unitId } })).rejects.toMatchObject(notFound);
    await expect(organisations.change({ params, body: { name: 'Lain', revision: 1 } })).rejects.toMatchObject(notFound);
    expect((await organisations.search({ query: { q: 'Puskesmas' } })).items).toEqual([]);
    // A foreign unit as the target of a move of one's own is not there either.
    const [mine] = (await organisations.list({ query: {} })).items;
    const [child] = (await organisations.list({ query: { parentId: mine?.id } })).items;
    await expect(organisations.move({ params: { organisationId: child?.id ?? '' }, body: { intoId: agencyId } })).rejects.toMatchObject(notFound);
    await expect(organisations.previewMerge({ params: { organisationId: child?.id ?? '' }, query: { intoId: unitId } })).rejects.toMatchObject(notFound);
  });

  it('lets an admin of a unit look from that unit down, and change nothing', async () => {
    const { agencyId, unitId } = await own();
    const unitAdmin = await bed.signIn(place);
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, unitAdmin.personId, 'unit_admin', unitId));
    bed.get(CallersService).forget(unitAdmin.personId);
    const { items } = await unitAdmin.client.organisations.list({ query: {} });
    expect(items).toMatchObject([{ id: unitId, can: { manage: false } }]);
    await expect(unitAdmin.client.organisations.list({ query: { parentId: agencyId } })).rejects.toMatchObject({ problem: { status: 404 } });
    await expect(unitAdmin.client.organisations.close({ params: { organisationId: unitId } })).rejects.toMatchObject({ problem: { status: 403 } });
    const learner = await bed.signIn(place);
    await expect(learner.client.organisations.search({ query: { q: 'a' } })).rejects.toMatchObject({ problem: { status: 403 } });
  });

  it('lets the platform add an agency, and nobody else', async () => {
    const body = { name: 'Pemerintah Kota Baru', shortName: 'Kota Baru', timeZone: 'Asia/Jayapura' as const };
    await expect(units().createAgency({ body })).rejects.toMatchObject({ problem: { status: 403 } });
    expect((await units().list({ query: {} })).can).toEqual({ createAgency: false });
    const platform = await bed.signIn(place, 'platform_admin');
    const made = await platform.client.organisations.createAgency({ body });
    expect(made).toMatchObject({ name: 'Pemerintah Kota Baru', parentId: null, timeZone: 'Asia/Jayapura' });
    await expect(units().get({ params: { organisationId: made.id } })).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('says what is wrong: an old revision, a code twice, two heads, a unit that is not empty', async () => {
    const { agencyId, unitId } = await own();
    const params = { organisationId: unitId };
    const { revision } = await units().get({ params });
    await units().change({ params, body: { name: 'Dinas Kesehatan dan KB', revision } });
    await expect(units().change({ params, body: { name: 'Dinas', revision } })).rejects.toMatchObject({ code: 'UNIT_CHANGED' });
    await units().create({ params: { organisationId: agencyId }, body: { name: 'Dinas Sosial', shortName: 'Dinsos', code: 'S-1' } });
    await expect(units().create({ params: { organisationId: agencyId }, body: { name: 'Dinas Sosial 2', shortName: 'Dinsos', code: 'S-1' } })).rejects.toMatchObject({ code: 'UNIT_CODE_TAKEN' });
    const { items } = await units().listHeadCandidates({ params, query: { q: 'zz' } });
    expect(items).toEqual([]);
    const head = { personId: admin.personId, validFrom: '2026-01-05' };
    expect((await units().addHead({ params, body: head })).heads).toMatchObject([{ personId: admin.personId, acting: null }]);
    await expect(units().addHead({ params, body: { ...head, validFrom: '2026-08-01' } })).rejects.toMatchObject({ code: 'HEAD_OVERLAPS' });
    await expect(units().close({ params })).rejects.toMatchObject({ code: 'UNIT_NOT_EMPTY' });
    await expect(units().move({ params: { organisationId: agencyId }, body: { intoId: unitId } })).rejects.toMatchObject({ code: 'AGENCY_STAYS' });
  });
});
