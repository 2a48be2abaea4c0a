import { fullName } from './names.rules.js';

describe('fullName', () => {
  it.each([
    [{ titleBefore: 'Dr. Ir.', name: 'Bagus Wiratama Putra', titleAfter: 'M.Si.' }, 'Dr. Ir. Bagus Wiratama Putra, M.Si.'],
    [{ titleBefore: null, name: 'Nurhayati', titleAfter: 'S.Kep., Ns.' }, 'Nurhayati, S.Kep., Ns.'],
    [{ titleBefore: null, name: 'Ujang Sopandi', titleAfter: null }, 'Ujang Sopandi'],
    [{ titleBefore: 'dr.', name: "Nur'aini", titleAfter: null }, "dr. Nur'aini"],
  ])('joins the parts and keeps degrees as typed', (parts, expected) => {
    expect(fullName(parts)).toBe(expected);
  });
});
