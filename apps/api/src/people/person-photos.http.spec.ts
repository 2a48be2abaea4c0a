import { somePng } from '@pamong/platform/testing/some-png';
import type { Place } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const data = somePng(300, 400).toString('base64');

describe('photos over HTTP', () => {
  let bed: ApiBed;
  let place: Place;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
  });
  afterAll(() => bed.close());

  it('are for the person and whoever may change people there, and for nobody else', async () => {
    const admin = await bed.signIn(place, 'agency_admin');
    const organisationId = place.agencyId;
    const { numberTemplate, classification, place: city } = await admin.client.certificateSettings.get({ params: { organisationId } });
    const owner = await bed.signIn(place);
    const params = { personId: owner.personId };
    expect(await owner.client.personPhotos.mine()).toEqual({ wanted: false, url: null });
    await expect(owner.client.personPhotos.setMine({ body: { data } })).rejects.toMatchObject({ code: 'PHOTO_NOT_WANTED' });
    await admin.client.certificateSettings.change({ params: { organisationId }, body: { numberTemplate, classification, place: city, sttp: { issued: true, birth: true, photo: true } } });
    // Absent from a body it stays as it is.
    expect((await admin.client.certificateSettings.change({ params: { organisationId }, body: { numberTemplate, classification, place: city } })).sttp).toEqual({ issued: true, birth: true, photo: true });
    const { url } = await owner.client.personPhotos.setMine({ body: { data } });
    const fetched = (cookie: string | undefined) => bed.app.inject({ method: 'GET', url: url ?? '', ...(cookie === undefined ? {} : { headers: { cookie } }) });
    const [own, ofAdmin] = [await fetched(owner.cookie), await fetched(admin.cookie)];
    expect([own.statusCode, own.headers['content-type'], own.headers['cache-control'], ofAdmin.statusCode]).toEqual([200, 'image/jpeg', 'private, no-store', 200]);
    expect(own.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const [colleague, leader, foreign] = [await bed.signIn(place), await bed.signIn(place, 'leader'), await bed.signIn(await bed.place(), 'agency_admin')];
    for (const other of [colleague, leader, foreign]) expect((await fetched(other.cookie)).statusCode).toBe(404);
    expect((await fetched(undefined)).statusCode).toBe(401);
    await expect(foreign.client.personPhotos.of({ params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(leader.client.personPhotos.set({ params, body: { data } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await admin.client.personPhotos.of({ params })).toEqual({ wanted: true, url });
    await expect(admin.client.personPhotos.set({ params, body: { data: Buffer.from('bukan gambar').toString('base64') } })).rejects.toMatchObject({ code: 'PHOTO_UNREADABLE' });
    expect(await admin.client.personPhotos.remove({ params })).toEqual({ wanted: true, url: null });
    expect((await fetched(owner.cookie)).statusCode).toBe(404);
  });
});
