import { parseStaffNumber } from '@pamong/contract/staff-number';
import { cityPeople } from './city-people.js';
import { cityUnits } from './city-units.js';

const year = 2026;
const people = () => cityUnits().flatMap((unit) => cityPeople({ ...unit, domain: 'ml.example' }, year));

it('makes two thousand people, each with a number of their own that is right in form', () => {
  const made = people();
  expect(made).toHaveLength(2_000);
  expect(new Set(made.map((person) => person.staffNumber)).size).toBe(2_000);
  expect(new Set(made.map((person) => person.id)).size).toBe(2_000);
  expect(made.filter((person) => 'fault' in parseStaffNumber(person.staffNumber, year))).toEqual([]);
  const kinds = made.filter((person) => {
    const number = parseStaffNumber(person.staffNumber, year);
    return 'fault' in number || number.birthDate !== person.birthDate || number.sex !== person.sex || (number.kind === 'NI_PPPK') !== person.employmentKind.startsWith('PPPK');
  });
  expect(kinds).toEqual([]);
});

it('makes the same people every time', () => {
  expect(people().slice(0, 300)).toEqual(people().slice(0, 300));
});

it('names every parent before its units', () => {
  const seen = new Set<string>();
  for (const unit of cityUnits()) {
    if (unit.parentRef?.startsWith('city-')) expect(seen).toContain(unit.parentRef);
    seen.add(unit.ref);
  }
});
