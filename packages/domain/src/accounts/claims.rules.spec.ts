import { showsSecondFactor, vouchedFor } from './claims.rules.js';

const nip = '199003052015032904';
const read = (claims: Record<string, unknown>, numberClaim = 'nip', matchEmail = false) => vouchedFor(claims, { numberClaim, matchEmail }, 2026);

describe('the number', () => {
  it.each([
    [{ nip }, 'nip'],
    [{ nip: '19900305 201503 2 904' }, 'nip'],
    [{ nip: [nip] }, 'nip'],
    [{ preferred_username: nip }, 'preferred_username'],
    [{ attributes: { pegawai: { nip } } }, 'attributes.pegawai.nip'],
    [{ 'https://asn.example/nip': nip }, 'https://asn.example/nip'],
  ])('is read from %j', (claims, name) => expect(read(claims, name).number).toBe(nip));

  it.each([
    [{}],
    [{ nip: null }],
    [{ nip: Number(nip) }],
    [{ nip: '199002302015032904' }],
    [{ nip: 'nurhayati' }],
    [{ nip: [nip, nip] }],
    [{ nip: { toString: nip } }],
    [{ NIP: nip }],
    [{ preferred_username: nip }],
  ])('is not read from %j', (claims) => expect(read(claims).number).toBeNull());

  it('is no inherited property', () => expect(read({}, 'constructor.name').number).toBeNull());
});

describe('the e-mail', () => {
  it('counts when asked for and verified', () => {
    expect(read({ email: 'Nur@PALU.go.id', email_verified: true }, 'nip', true).email).toBe('nur@palu.go.id');
  });

  it.each([[{ email_verified: false }], [{ email_verified: 'true' }], [{ email_verified: 1 }], [{}]])('does not count with %j', (verified) => {
    expect(read({ email: 'nur@palu.go.id', ...verified }, 'nip', true).email).toBeNull();
  });

  it('does not count unless the agency wants it to', () => {
    expect(read({ email: 'nur@palu.go.id', email_verified: true }).email).toBeNull();
  });
});

describe('showsSecondFactor', () => {
  const accepted = ['mfa', 'otp', 'gold'];

  it.each([[{ amr: ['pwd', 'otp'] }], [{ amr: ['mfa'] }], [{ acr: 'gold' }], [{ acr: '1', amr: ['hwk', 'mfa'] }]])('in %j', (claims) => expect(showsSecondFactor(claims, accepted)).toBe(true));

  it.each([[{}], [{ amr: 'otp' }], [{ amr: ['pwd'] }], [{ amr: ['OTP'] }], [{ amr: [['otp']] }], [{ amr: { 0: 'otp' } }], [{ acr: ['gold'] }], [{ acr: '1' }], [{ acr: 2 }], [{ amr: null, acr: null }]])('not in %j', (claims) =>
    expect(showsSecondFactor(claims, accepted)).toBe(false),
  );

  it('nowhere when the agency accepts nothing', () => expect(showsSecondFactor({ amr: ['mfa'], acr: '' }, [])).toBe(false));
});
