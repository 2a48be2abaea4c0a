import { currentNumber, namesAgree, numbersClash, outside, planNumbers } from './merging.rules.js';

const span = (value: string, from: string, until: string | null = null) => ({ value, from, until });

describe('days of two histories', () => {
  it('takes the days that the record that stays does not know', () => {
    expect(outside([span('Dinkes', '2019-01-01')], [span('Bappeda', '2026-03-01')])).toEqual([span('Dinkes', '2019-01-01', '2026-02-28')]);
    expect(outside([span('a', '2020-01-01', '2020-12-31')], [])).toEqual([span('a', '2020-01-01', '2020-12-31')]);
  });

  it('cuts around spans in the middle and drops what is known on every day', () => {
    expect(outside([span('a', '2020-01-01', '2020-12-31')], [span('b', '2020-03-01', '2020-03-31'), span('c', '2020-06-01', '2020-06-30')])).toEqual([
      span('a', '2020-01-01', '2020-02-29'), span('a', '2020-04-01', '2020-05-31'), span('a', '2020-07-01', '2020-12-31'),
    ]);
    expect(outside([span('a', '2020-01-01', '2020-01-31')], [span('b', '2019-01-01')])).toEqual([]);
    expect(outside([span('a', '2020-01-01')], [span('b', '2020-01-01', '2020-01-01')])).toEqual([span('a', '2020-01-02')]);
  });
});

describe('numbers of two records', () => {
  const number = (id: string, kind: 'NIP' | 'NI_PPPK' | 'NIP_OLD', digits: string, validFrom: string, validUntil: string | null = null) => ({ id, kind, number: digits, validFrom, validUntil });
  const contract = number('c', 'NI_PPPK', '199003152022212001', '2022-03-01');
  const civil = number('n', 'NIP', '199003152026032001', '2026-03-01');

  it('ends the one that goes the day before the other began', () => {
    expect(planNumbers([civil], [contract], '2026-11-22')).toEqual({ dropped: [], moved: [{ id: 'c', number: contract.number, validUntil: '2026-02-28' }] });
    expect(planNumbers([contract], [civil], '2026-11-22').moved).toEqual([{ id: 'n', number: civil.number, validUntil: '2026-03-01' }]);
  });

  it('keeps it where the other record has none, and what had ended as it ended', () => {
    expect(planNumbers([], [contract], '2026-11-22').moved[0]?.validUntil).toBeNull();
    expect(planNumbers([civil], [{ ...contract, validUntil: '2024-01-01' }], '2026-11-22').moved[0]?.validUntil).toBe('2024-01-01');
    expect(planNumbers([civil], [{ ...civil, id: 'x', validUntil: '2026-04-01' }], '2026-11-22')).toEqual({ dropped: ['x'], moved: [] });
  });

  it('sees two of one kind that hold today', () => {
    const other = number('o', 'NIP', '198507122010012001', '2010-01-01');
    expect(numbersClash([civil], [other])).toBe(true);
    expect(numbersClash([civil], [{ ...other, validUntil: '2020-01-01' }])).toBe(false);
    expect(numbersClash([civil], [contract])).toBe(false);
    expect(currentNumber([number('z', 'NIP_OLD', '130123456', '1990-01-01')])).toBeNull();
  });
});

describe('names', () => {
  it('knows two spellings of one, and not two people', () => {
    expect(namesAgree("MA'RUF  Al-Fatih", 'Al Fatih Maruf')).toBe(true);
    expect(namesAgree('Siti Aminah', 'Siti Aminah Putri')).toBe(true);
    expect(namesAgree('Siti Aminah', 'Siti Nurhaliza')).toBe(false);
    expect(namesAgree('Al', 'Al Fatih')).toBe(false);
    expect(namesAgree('', 'Siti')).toBe(false);
  });
});
