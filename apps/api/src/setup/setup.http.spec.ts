import { SetupService } from '@pamong/domain/setup/setup.service';
import { dropDatabase, freshDatabase } from '@pamong/platform/testing/test-database';
import type { TestDatabase } from '@pamong/platform/testing/test-database';
import { ApiBed } from '../testing/api-bed.js';

describe('an empty installation', () => {
  let database: TestDatabase;
  let bed: ApiBed;

  beforeAll(async () => {
    database = await freshDatabase('setup');
    bed = await ApiBed.open({ PAMONG_SETUP_CODE: 'BENIHPADI7' }, database);
  });

  afterAll(async () => {
    await bed.close();
    await dropDatabase(database);
  });

  const body = {
    code: 'benihpadi7',
    agency: { name: 'Pemerintah Kota Muara Lestari', shortName: 'Kota Muara Lestari', timeZone: 'Asia/Jakarta' as const },
    admin: { name: 'Fitri Handayani', titleAfter: 'S.STP., M.Si.', staffNumber: '198307192008012909', password: 'sawah hijau di tepi sungai' },
  };

  it('says that it is empty, and opens to nobody without the code', async () => {
    expect(await bed.client().session.get()).toMatchObject({ me: null, setup: true });
    await expect(bed.client().setup.begin({ body: { ...body, code: 'SALAHSALAH' } })).rejects.toMatchObject({ code: 'SETUP_CODE_WRONG' });
    await expect(bed.client().setup.begin({ body: { ...body, admin: { ...body.admin, staffNumber: null } } })).rejects.toMatchObject({ problem: { status: 400 } });
    await expect(bed.client().setup.begin({ body: { ...body, admin: { ...body.admin, password: '19830719 fitri handayani' } } })).rejects.toMatchObject({ code: 'PASSWORD_PERSONAL' });
    await expect(bed.client().setup.begin({ body: { ...body, admin: { ...body.admin, staffNumber: '1,98307E+17' } } })).rejects.toMatchObject({ code: 'STAFF_NUMBER_INVALID' });
    expect(await bed.get(SetupService).isNeeded()).toBe(true);
  });

  it('makes one agency of two presses, signs its admin in, and is never open again', async () => {
    const both = await Promise.allSettled([bed.client().setup.begin({ body }), bed.client().setup.begin({ body })]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'SETUP_DONE' } });
    const session = both.find((one) => one.status === 'fulfilled');
    expect(session).toMatchObject({ value: { me: { fullName: 'Fitri Handayani, S.STP., M.Si.', roles: ['agency_admin', 'platform_admin'], agency: { shortName: 'Kota Muara Lestari' } } } });
    expect(await bed.client().session.get()).toEqual({ me: null, demo: null });
    await expect(bed.client().setup.begin({ body })).rejects.toMatchObject({ code: 'SETUP_DONE' });
    expect(await bed.db.query('select count(*)::int as count from organisation')).toEqual([{ count: 1 }]);
  });

  it('lets the admin choose a colour that can be read, and hands its tokens to every screen', async () => {
    const answer = await bed.app.inject({ method: 'POST', url: '/api/session', payload: { login: body.admin.staffNumber, password: body.admin.password } });
    const cookie = [answer.headers['set-cookie']].flat().map((line) => String(line).split(';')[0]).join('; ');
    const client = bed.client(cookie);
    const { me } = await client.session.get();
    const params = { organisationId: me?.agency.id ?? '' };
    await expect(client.branding.change({ params, body: { colour: '#ffd400' } })).rejects.toMatchObject({ code: 'BRAND_COLOUR_UNREADABLE' });
    expect(await client.branding.change({ params, body: { colour: '#8a1538' } })).toEqual({ colour: '#8a1538' });
    expect((await client.session.get()).me?.agency.theme?.light).toMatchObject({ primary: '#8a1538', 'on-primary': '#ffffff' });
    expect(await client.branding.change({ params, body: { colour: null } })).toEqual({ colour: null });
    expect((await client.session.get()).me?.agency.theme).toBeUndefined();
  });
});
