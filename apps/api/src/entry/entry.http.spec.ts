import { newId } from '@pamong/platform/ids/new-id';
import type { Place } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const password = 'gerimis membasahi halaman kantor';

describe('getting in over HTTP', () => {
  let bed: ApiBed;
  let place: Place;

  beforeAll(async () => {
    bed = await ApiBed.open({ PAMONG_DEMO: '1' });
    place = await bed.place();
  });
  afterAll(() => bed.close());

  const secretTo = async (address: string) => (await bed.db.query<{ secret: string }>('select secret from mail where to_address = $1 order by id desc limit 1', [address]))[0]?.secret ?? '';
  const somebody = async () => {
    const { personId, client } = await bed.signIn(place);
    const email = `${newId()}@nc.example`;
    await bed.db.query('update person set email = $2 where id = $1', [personId, email]);
    return { personId, client, email };
  };

  it('answers a request for a reset alike whoever asks, and the link signs in with the new password', async () => {
    const { email, client } = await somebody();
    const visitor = bed.client();
    expect(await visitor.entry.askReset({ body: { login: 'tidak.ada@nc.example' } })).toBeUndefined();
    expect(await visitor.entry.askReset({ body: { login: email } })).toBeUndefined();
    const token = await secretTo(email);
    expect(await visitor.entry.lookAtLink({ body: { token } })).toMatchObject({ purpose: 'reset', name: 'Nurhayati' });
    await expect(visitor.entry.choosePassword({ body: { token, password: 'aaaaaaaaaaaaaaaa' } })).rejects.toMatchObject({ code: 'PASSWORD_PATTERN' });
    const { login } = await visitor.entry.choosePassword({ body: { token, password } });
    await expect(client.session.list()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect((await visitor.session.signIn({ body: { login, password } })).me).toMatchObject({ name: 'Nurhayati' });
    await expect(visitor.entry.lookAtLink({ body: { token } })).rejects.toMatchObject({ code: 'LINK_INVALID' });
  });

  it('refuses what is no token before it looks for it', async () => {
    await expect(bed.client().entry.lookAtLink({ body: { token: '../../etc' } })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(bed.client().entry.useCode({ body: { login: '198703142011012903', code: 'K7M3P-4WQRT' } })).rejects.toMatchObject({ code: 'CODE_INVALID' });
  });

  it('lets admins list, invite and print for their own people only, with masked numbers', async () => {
    const admin = await bed.signIn(place, 'agency_admin');
    const { personId, email } = await somebody();
    const other = await bed.signIn(await bed.place());
    const { items } = await admin.client.entry.accounts({ query: { search: email } });
    expect(items).toMatchObject([{ personId, state: 'active', invitation: null }]);
    expect((await admin.client.entry.accounts({ query: { size: 100 } })).items.map((one) => one.personId)).not.toContain(other.personId);
    await expect(admin.client.entry.invite({ body: { personIds: [other.personId] } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { skipped } = await admin.client.entry.makeCodes({ body: { personIds: [personId] } });
    expect(skipped).toEqual([]);
    const learner = await bed.signIn(place);
    await expect(learner.client.entry.makeCodes({ body: { personIds: [personId] } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('changes an address only through a letter to the new one', async () => {
    const { client, personId, email } = await somebody();
    const next = `baru.${email}`;
    await client.entry.changeEmail({ body: { email: next.toUpperCase() } });
    expect((await client.session.get()).me?.email).toBe(email);
    expect(await bed.client().entry.confirmEmail({ body: { token: await secretTo(next) } })).toEqual({ email: next });
    expect(await bed.db.query('select email::text as email from person where id = $1', [personId])).toEqual([{ email: next }]);
  });
});
