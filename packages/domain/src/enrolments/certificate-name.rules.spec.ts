import { namesThePerson, withoutHidden } from './certificate-name.rules.js';

describe('namesThePerson', () => {
  it.each([
    ['Dr. Ir. H. Nur’aini, S.Kom., M.Si.', "Nur'aini"],
    ['NURHAYATI, S.Kep., Ns.', 'Nurhayati'],
    ['Al Fatih Ma`ruf', "Al-Fatih Ma'ruf"],
  ])('accepts degrees and other marks: %s', (typed, name) => {
    expect(namesThePerson(typed, name)).toBe(true);
  });

  it.each([
    ['Budi Santoso, S.T.', 'Nurhayati'],
    ['Nur Hayat', 'Nurhayati'],
    ['S.Kep., Ns.', 'Nurhayati'],
  ])('refuses another name: %s', (typed, name) => {
    expect(namesThePerson(typed, name)).toBe(false);
  });
});

describe('withoutHidden', () => {
  it.each([
    ['\u202eNur\u200bhayati\u202c,\u00a0 S.Kep.\u2066', 'Nurhayati, S.Kep.'],
    ['Rene\u0301e\ufeff\u3164', 'Renée'],
    ["Nur'aini, S.Kom.", "Nur'aini, S.Kom."],
  ])('leaves what is seen: %j', (typed, seen) => expect(withoutHidden(typed)).toBe(seen));
});
