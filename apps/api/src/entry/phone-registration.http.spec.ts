import { OutsidersService } from '@pamong/domain/entry/outsiders.service';
import { PhoneRegistrationsService } from '@pamong/domain/entry/phone-registrations.service';
import { WhatsAppCatcher } from '@pamong/platform/testing/whatsapp-gateway';
import { ApiBed } from '../testing/api-bed.js';

describe('registration by mobile number over HTTP', () => {
  let catcher: WhatsAppCatcher;
  let bed: ApiBed;

  beforeAll(async () => {
    catcher = await WhatsAppCatcher.start();
    const { url, phoneNumberId, token, codeTemplate } = catcher.settings;
    bed = await ApiBed.open({ WHATSAPP_URL: url, WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, WHATSAPP_TOKEN: token, WHATSAPP_CODE_TEMPLATE: codeTemplate });
  });
  afterAll(async () => {
    await bed.close();
    await catcher.stop();
  });

  it('leads from a number to a session, without a letter', async () => {
    const place = await bed.place();
    const admin = await bed.signIn(place, 'agency_admin');
    await admin.client.entry.openRegistration({ body: { open: true } });
    const visitor = bed.client();
    const options = await visitor.entry.options();
    expect([options.mail, options.phone, options.registration.some(({ id }) => id === place.agencyId)]).toEqual([false, true, true]);
    const digits = String(Math.floor(Math.random() * 1e8)).padStart(8, '0');
    const body = { agencyId: place.agencyId, name: 'Maria Goretti', titleBefore: 'dr.', titleAfter: 'Sp.A.', affiliation: 'RS Harapan', number: null, language: 'id' as const, phone: `0813-${digits}` };
    await expect(visitor.entry.registerByPhone({ body: { ...body, phone: '021 555 1234' } })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const { registrationId } = await visitor.entry.registerByPhone({ body });
    // What the worker does.
    await bed.get(PhoneRegistrationsService).send(registrationId);
    const sent = catcher.codes.at(-1);
    expect(sent).toMatchObject({ to: `62813${digits}`, language: 'id' });
    const params = { registrationId };
    await expect(visitor.entry.provePhone({ params, body: { code: sent?.code === '000000' ? '000001' : '000000' } })).rejects.toMatchObject({ code: 'PHONE_CODE_INVALID' });
    const { token } = await visitor.entry.provePhone({ params, body: { code: `${sent?.code.slice(0, 3)} ${sent?.code.slice(3)}` } });
    const password = 'bukit hijau di timur sana';
    const { login } = await visitor.entry.choosePassword({ body: { token, password } });
    expect(login).toBe(`+62813${digits}`);
    const { me } = await visitor.session.signIn({ body: { login: `0813 ${digits}`, password } });
    expect(me).toMatchObject({ fullName: 'dr. Maria Goretti, Sp.A.', email: null });
    expect(await bed.get(OutsidersService).affiliationOf(bed.db, me?.personId ?? '')).toBe('RS Harapan');
  });
});
