import { ApiBed } from '../testing/api-bed.js';

describe('certificate settings over HTTP', () => {
  let bed: ApiBed;

  beforeAll(async () => {
    bed = await ApiBed.open();
  });

  afterAll(() => bed.close());

  const decisions = { numberTemplate: '{seq:3}/{bulan}/{tahun}', classification: '', place: 'Palu' };
  const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`).toString('base64');

  it('lets those who look after an agency decide, and nobody else', async () => {
    const place = await bed.place();
    const params = { organisationId: place.agencyId };
    for (const role of ['agency_admin', 'training_admin'] as const) {
      const { client } = await bed.signIn(place, role);
      expect(await client.certificateSettings.change({ params, body: decisions })).toMatchObject(decisions);
      expect(await client.certificateSettings.get({ params })).toMatchObject({ ...decisions, placeholders: expect.arrayContaining(['seq:4', 'tahun']) as string[] });
    }
    for (const role of ['learner', 'instructor', 'signatory'] as const) {
      await expect((await bed.signIn(place, role)).client.certificateSettings.change({ params, body: decisions })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    await expect((await bed.signIn(await bed.place(), 'agency_admin')).client.certificateSettings.get({ params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(bed.client().certificateSettings.get({ params })).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('names an unknown placeholder while one types, and refuses to save it', async () => {
    const place = await bed.place();
    const params = { organisationId: place.agencyId };
    const { client } = await bed.signIn(place, 'agency_admin');
    const wrong = { numberTemplate: '{seq}/{tahun}/{nama}' };
    expect(await client.certificateSettings.example({ params, query: wrong })).toMatchObject({ number: null, fault: { code: 'placeholder_unknown', placeholder: 'nama' } });
    await expect(client.certificateSettings.change({ params, body: { ...decisions, ...wrong } })).rejects.toMatchObject({ code: 'CERTIFICATE_NUMBER_INVALID' });
    await expect(client.certificateSettings.change({ params, body: { ...decisions, numberTemplate: '' } })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('serves an emblem as a picture that never changes, and nothing that was sent', async () => {
    const place = await bed.place();
    const params = { organisationId: place.agencyId };
    const admin = await bed.signIn(place, 'agency_admin');
    const { emblem } = await admin.client.certificateSettings.addEmblem({ params, body: { data: svg('<rect width="9" height="9"/>') } });
    const answer = await bed.app.inject({ url: emblem?.url ?? '', headers: { cookie: (await bed.signIn(place)).cookie } });
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'private, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
    expect(answer.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    await expect(admin.client.certificateSettings.addEmblem({ params, body: { data: svg('<image href="https://example.com/x.png"/>') } })).rejects.toMatchObject({ code: 'EMBLEM_UNSAFE' });
    expect((await admin.client.certificateSettings.get({ params })).emblem).toEqual(emblem);
    expect(await admin.client.certificateSettings.chooseEmblem({ params, body: { sha256: null } })).toMatchObject({ emblem: null });
    await expect(admin.client.certificateSettings.chooseEmblem({ params, body: { sha256: 'f'.repeat(64) } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
