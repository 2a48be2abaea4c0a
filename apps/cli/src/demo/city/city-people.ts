import { createHash } from 'node:crypto';
import { birthPlaces, femaleNames, maleNames, posts, secondNames } from './city-words.js';
import type { Post, PostPool, Schooling } from './city-words.js';
import { Draw } from './draw.js';

/** Whom to make: where they work, and as what. */
export interface CityTeam {
  /** Names the team in the generated ids and numbers; two teams never share one. */
  readonly ref: string;
  readonly head: { readonly post: string; readonly kind: string } | null;
  readonly pool: PostPool;
  readonly staff: number;
  /** Domain of the e-mail addresses. */
  readonly domain: string;
}

/** A generated person, ready to be written. */
export interface CityPerson {
  readonly id: string;
  readonly head: boolean;
  readonly titleBefore: string | null;
  readonly name: string;
  readonly titleAfter: string | null;
  readonly sex: 'male' | 'female';
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly employmentKind: 'PNS' | 'CPNS' | 'PPPK' | 'PPPK_PART_TIME';
  readonly staffNumber: string;
  readonly rankCode: string;
  readonly postKind: string;
  readonly postName: string;
  /** Six in ten have one, as in real lists. */
  readonly email: string | null;
}

const firstRank: Readonly<Record<Schooling, number>> = { secondary: 4, diploma: 6, degree: 8 };
/** Ranks of PNS from II/a on; one more about every four years. */
const ranks = ['I/a', 'I/b', 'I/c', 'I/d', 'II/a', 'II/b', 'II/c', 'II/d', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b', 'IV/c'] as const;
const contractRank: Readonly<Record<Schooling, string>> = { secondary: 'V', diploma: 'VII', degree: 'IX' };

/** A team of invented people. The same team is the same people every time; only `year`, the current one, moves their ages. */
export function cityPeople(team: CityTeam, year: number): CityPerson[] {
  const draw = new Draw(team.ref);
  return Array.from({ length: team.staff }, (_, at) => cityPerson(team, at, year, draw));
}

function cityPerson(team: CityTeam, at: number, year: number, draw: Draw): CityPerson {
  const isHead = at === 0 && team.head !== null;
  const post: Post = draw.early(posts[team.pool]);
  const sex = draw.chance(0.54) ? ('female' as const) : ('male' as const);
  const kind = isHead ? 'PNS' : draw.chance(0.62) ? 'PNS' : draw.chance(0.85) ? 'PPPK' : draw.chance(0.5) ? 'PPPK_PART_TIME' : 'CPNS';
  const employmentKind = kind === 'PPPK_PART_TIME' && post.schooling === 'degree' ? 'PPPK' : kind;
  const appointed = appointmentYear(employmentKind, isHead, year, draw);
  const birthYear = appointed - draw.between(22, isHead || employmentKind !== 'PNS' ? 34 : 30);
  const birthDate = `${birthYear}-${two(draw.between(1, 12))}-${two(draw.between(1, 28))}`;
  const name = fullNameOf(sex, draw);
  const schooling = isHead ? 'degree' : post.schooling;
  return {
    id: stableId(`${team.ref}:${at}`),
    head: isHead,
    titleBefore: isHead && draw.chance(0.35) ? (sex === 'female' ? 'Dra. Hj.' : 'Drs. H.') : (post.before ?? null),
    name,
    titleAfter: isHead ? draw.of(['S.Sos., M.Si.', 'S.E., M.M.', 'S.STP., M.A.P.', 'S.H., M.H.', 'S.Pd., M.Pd.']) : post.after.length === 0 ? null : draw.of(post.after),
    sex,
    birthPlace: draw.of(birthPlaces),
    birthDate,
    employmentKind,
    staffNumber: staffNumberOf({ team: team.ref, at, birthDate, appointed, employmentKind, sex }, draw),
    rankCode: employmentKind.startsWith('PPPK') ? contractRank[schooling] : rankOf(schooling, year - appointed, isHead),
    postKind: isHead ? (team.head?.kind ?? 'PELAKSANA') : post.kind,
    postName: isHead ? (team.head?.post ?? post.name) : post.name,
    email: draw.chance(0.6) ? `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${stableId(team.ref + String(at)).slice(0, 4)}@${team.domain}` : null,
  };
}

function appointmentYear(kind: CityPerson['employmentKind'], isHead: boolean, year: number, draw: Draw): number {
  if (kind === 'CPNS') return year - 1;
  if (kind === 'PPPK_PART_TIME') return year - 1;
  if (kind === 'PPPK') return draw.between(year - 5, year - 1);
  return isHead ? draw.between(year - 28, year - 16) : draw.between(year - 26, year - 3);
}

function rankOf(schooling: Schooling, years: number, isHead: boolean): string {
  const at = Math.min(firstRank[schooling] + Math.floor(years / 4) + (isHead ? 1 : 0), ranks.length - 1);
  return ranks[at] ?? 'III/a';
}

function fullNameOf(sex: 'male' | 'female', draw: Draw): string {
  const first = draw.of(sex === 'male' ? maleNames : femaleNames);
  // One-word names are normal, and so are three words.
  if (draw.chance(0.08)) return first;
  const second = draw.of(secondNames);
  if (!draw.chance(0.2)) return `${first} ${second}`;
  const third = draw.of(secondNames);
  return third === second ? `${first} ${second}` : `${first} ${second} ${third}`;
}

interface NumberFacts {
  readonly team: string;
  readonly at: number;
  readonly birthDate: string;
  readonly appointed: number;
  readonly employmentKind: CityPerson['employmentKind'];
  readonly sex: 'male' | 'female';
}

/** NIP or NI PPPK (asn.md 1.2, 1.3); sequences from 100 to 899 keep clear of the data set's own numbers. */
function staffNumberOf({ team, at, birthDate, appointed, employmentKind, sex }: NumberFacts, draw: Draw): string {
  const contract = employmentKind === 'PPPK' ? '21' : employmentKind === 'PPPK_PART_TIME' ? '24' : null;
  const month = contract ?? two(draw.of([1, 3, 4, 12]));
  const sequence = 100 + (Number.parseInt(stableId(`${team}#${at}`).slice(0, 6), 16) % 800);
  return `${birthDate.replaceAll('-', '')}${appointed}${month}${sex === 'male' ? 1 : 2}${sequence}`;
}

/**
 * The second record of a PPPK who became CPNS this year, as an import makes one: the same name, day and place of birth, another number.
 * Nobody has merged them yet.
 */
export function recordAgain(person: CityPerson, year: number): CityPerson {
  const { birthDate, sex, staffNumber } = person;
  return {
    ...person, id: stableId(`${person.id} again`), employmentKind: 'CPNS', rankCode: 'III/a', email: null, head: false,
    staffNumber: `${birthDate.replaceAll('-', '')}${year}03${sex === 'male' ? 1 : 2}${staffNumber.slice(15)}`,
  };
}

/** The same text gives the same UUID (version 8: made by the application). */
function stableId(text: string): string {
  const hex = createHash('sha256').update(`pamong demo ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
