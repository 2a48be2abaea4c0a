import type { PersonCard } from '../people/people.service.js';
import { longDate } from './wording.rules.js';

type StaffNumber = NonNullable<PersonCard['number']>;

/** The staff number as printed: "NIP 19870314 201101 2 903", "NI PPPK 19920517 202421 2 911"; empty for those who have none. */
export function printedIdentity(number: StaffNumber | null): string {
  if (number === null) return '';
  const spaced = number.value.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
  return `${number.kind === 'NIP' ? 'NIP' : 'NI PPPK'} ${spaced}`;
}

/** "Lahir di Palu, 14 Maret 1987"; empty unless both are known, since a document that must say so cannot say half of it. */
export function printedBirth({ place, day }: { readonly place: string | null; readonly day: string | null }): string {
  return place === null || day === null ? '' : `Lahir di ${place}, ${longDate(day)}`;
}

/** What strangers see of a staff number: the first four and the last three digits (asn.md 3.5). */
export function maskedNumber(number: StaffNumber | null): StaffNumber | null {
  if (number === null) return null;
  const { kind, value } = number;
  return { kind, value: value.slice(0, 4) + '•'.repeat(Math.max(0, value.length - 7)) + value.slice(-3) };
}

/** Rank and post on one line: "Penata Tingkat I (III/d) · Pranata Komputer Ahli Muda"; PPPK have a grade and no rank. */
export function rankAndPost(person: Pick<PersonCard, 'rankCode' | 'rankName' | 'postName'>): string {
  const { rankCode, rankName, postName } = person;
  const grade = rankCode === null ? rankName : rankName === null ? `Golongan ${rankCode}` : `${rankName} (${rankCode})`;
  return [grade, postName].filter((part) => part !== null && part !== '').join(' · ');
}

/**
 * The place of issue from the name of a government: "Pemerintah Kota Muara Lestari" issues in "Muara Lestari". Empty where the name says
 * nothing of a place (a ministry); then only the date is printed, unless the agency set a place.
 */
export function placeOfAgency(name: string): string {
  return /^Pemerintah (?:Provinsi|Daerah|Kabupaten|Kota) (.+)$/u.exec(name)?.[1] ?? '';
}
