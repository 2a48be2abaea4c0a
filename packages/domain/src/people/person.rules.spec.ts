import type { PersonFacts } from './person-facts.js';
import { countsForTargets, namePart, normalisePhone, personFaults, personWarnings, rankNameOf, ranksOf } from './person.rules.js';
import { mergeFacts } from './person-writes.rules.js';

const today = '2026-11-22';
const facts = (given: Partial<PersonFacts> = {}): PersonFacts =>
  mergeFacts(null, { name: 'Sutrisno', employmentKind: 'PNS', organisationId: 'o', staffNumber: '198703142011012903', ...given }).state;
const faults = (given: Partial<PersonFacts>) => personFaults(facts(given), today).map(({ field, code }) => `${field} ${code}`);

describe('ranks', () => {
  it('are golongan with pangkat for PNS, Roman numerals without for PPPK, none for others', () => {
    expect(ranksOf('CPNS')).toHaveLength(17);
    expect(ranksOf('PPPK_PART_TIME').at(-1)).toBe('XVII');
    expect(ranksOf('NON_ASN')).toEqual([]);
    expect(rankNameOf('PNS', 'III/b')).toBe('Penata Muda Tingkat I');
    expect(rankNameOf('PPPK', 'IX')).toBeNull();
  });
});

describe('personFaults', () => {
  it('finds nothing wrong with one-word names, apostrophes and lower-case degrees', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ titleBefore: 'dr.', name: "Ma'ruf Al-Fatih", titleAfter: 'M.Eng.Sc.', rankCode: 'IV/e', postKind: 'FUNGSIONAL', phone: '+62 812-3456-789' })).toEqual([]);
  });

  it('names the field and the fault of everything else', () => {
    expect(faults({ name: '  ' })).toEqual(['name REQUIRED']);
    expect(faults({ rankCode: 'IX' })).toEqual(['rankCode RANK_UNKNOWN']);
    expect(faults({ staffNumber: '198702302011011901' })).toEqual(['staffNumber NUMBER_BIRTH_DATE']);
    expect(faults({ birthDate: '1987-02-30' })).toEqual(['birthDate DAY_UNKNOWN']);
    expect(faults({ email: 'nurhayati', phone: '12', timeZone: 'Asia/Nowhere' })).toEqual(['email NOT_A_MAIL_ADDRESS', 'phone NOT_A_PHONE', 'timeZone ZONE_UNKNOWN']);
    expect(faults({ contractStartsOn: '2026-01-01' })).toEqual(['contractEndsOn REQUIRED']);
    expect(faults({ contractStartsOn: '2026-01-01', contractEndsOn: '2025-12-31' })).toEqual(['contractEndsOn ENDS_BEFORE_START']);
    expect(faults({ postName: 'Kepala\u0000Dinas', postKind: 'ESELON_II' })).toEqual(['postName CONTROL_CHARACTER', 'postKind POST_KIND_UNKNOWN']);
  });
});

describe('personWarnings', () => {
  it('asks for a second look where the number tells another story', () => {
    expect(personWarnings(facts(), today)).toEqual([]);
    expect(personWarnings(facts({ birthDate: '1987-03-15', sex: 'male' }), today).map((warning) => warning.code)).toEqual(['BIRTH_DATE_DIFFERS', 'SEX_DIFFERS']);
    expect(personWarnings(facts({ staffNumber: '200003142027012903' }), today).map((warning) => warning.code)).toEqual(['APPOINTED_IN_FUTURE']);
    expect(personWarnings(facts({ employmentKind: 'PPPK', rankCode: 'IX' }), today).map((warning) => warning.code)).toEqual(['NUMBER_OF_OTHER_KIND']);
  });
});

describe('what people type', () => {
  it('keeps its case and loses outer blanks only', () => {
    expect([namePart(' S.Kep., Ns. '), namePart('   '), namePart('NURHAYATI')]).toEqual(['S.Kep., Ns.', null, 'NURHAYATI']);
    expect(normalisePhone('(0812) 345-67 89')).toBe('08123456789');
  });

  it('takes birth date and sex from the number where nothing else is known', () => {
    expect(facts()).toMatchObject({ birthDate: '1987-03-14', sex: 'female' });
    expect(facts({ birthDate: '1987-03-15' })).toMatchObject({ birthDate: '1987-03-15' });
  });
});

describe('countsForTargets', () => {
  it('counts whoever works, and nobody who studies, is away or has left', () => {
    const statuses = ['active', 'study_assignment', 'unpaid_leave', 'leave', 'transferred', 'retired', 'deceased'] as const;
    expect(statuses.filter(countsForTargets)).toEqual(['active']);
  });
});
