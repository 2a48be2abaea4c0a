import { guessedPasswords } from './guessed-passwords.js';

/**
 * The shortest password, in characters. NIST SP 800-63B-4 (3.1.1.2) asks for 15 where the password may be the only factor; with
 * a second factor 8 would do, but the second factor can be taken off again while the password stays. Three words are enough,
 * and there is no rule about capitals, digits or signs, and no forced change.
 */
export const shortestPassword = 15;

/** The longest; far beyond the 64 that NIST asks to allow, and short enough to be no burden to hash. */
export const longestPassword = 256;

/** A password that ends up shorter than this once what can be guessed is taken away is refused. */
const leastOwn = 8;
/** Of the characters of a password, so many must be no continuation of the one before (`aa`, `ab`, `21`). */
const leastSurprises = 6;

/** What others know or find out about the person. */
export interface PasswordOwner {
  /** Without degrees. */
  readonly name: string;
  /** Every NIP and NI PPPK, old ones too. */
  readonly numbers: readonly string[];
  readonly email: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
}

export type PasswordFault = 'PASSWORD_SHORT' | 'PASSWORD_LONG' | 'PASSWORD_PATTERN' | 'PASSWORD_PERSONAL' | 'PASSWORD_COMMON';

/** The same text typed on another keyboard is the same password: compatible forms become one (NIST SP 800-63B-4, 3.1.1.2). */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** Why a password may not be chosen, or null when it may. */
export function refusePassword(typed: string, owner: PasswordOwner): PasswordFault | null {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < shortestPassword) return 'PASSWORD_SHORT';
  if (length > longestPassword) return 'PASSWORD_LONG';
  if (isPattern(password.toLowerCase())) return 'PASSWORD_PATTERN';
  if (isPersonal(password, owner)) return 'PASSWORD_PERSONAL';
  return isCommon(password) ? 'PASSWORD_COMMON' : null;
}

/** `aaaa`, `123456`, `abcabcabc`: long, and guessed at once. */
function isPattern(password: string): boolean {
  return surprises(password) < leastSurprises || new Set(password).size < 5 || /^(.{1,6}?)\1+.{0,3}$/u.test(password);
}

function surprises(text: string): number {
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return points.filter((point, at) => at === 0 || Math.abs(point - (points[at - 1] ?? 0)) > 1).length;
}

/** Takes away the person's name, numbers, birth date and address, and looks at what is left. */
function isPersonal(password: string, owner: PasswordOwner): boolean {
  const plain = lettersAndDigits(password);
  let left = plain;
  for (const known of knownOf(owner)) left = left.replaceAll(known, '');
  return left !== plain && (left.length < leastOwn || surprises(left) < leastSurprises);
}

/** Longest first, so that a whole address goes before a name in it. */
function knownOf({ name, numbers, email, birthDate }: PasswordOwner): string[] {
  const words = [...name.split(/\s+/), email ?? '', email?.split('@')[0] ?? '', ...(email?.split(/[^\p{L}\d]+/u) ?? [])];
  const days = [birthDate, ...numbers.filter((number) => number.length === 18).map(birthDateIn)].filter((day) => day !== null);
  return [...new Set([...words, ...numbers, ...days.flatMap(dayForms)].map(lettersAndDigits))]
    .filter((known) => known.length >= 3)
    .toSorted((a, b) => b.length - a.length);
}

function birthDateIn(number: string): string {
  return `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`;
}

/** The ways in which a day is written without separators. */
function dayForms(day: string): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = year.slice(2);
  return [year + month + date, date + month + year, short + month + date, date + month + short, year];
}

/** One of the common words, or two of them, also repeated, with digits and signs around, and with digits for letters. */
function isCommon(password: string): boolean {
  const ended = password.toLowerCase().replace(/[^\p{L}]+$/u, '');
  const trimmed = ended.replace(/^[^\p{L}]+/u, '');
  return [trimmed, ended, trimmed].some((form, at) => isListed(lettersAndDigits(at === 0 ? form : meantBy(form)).replace(/\d+/g, '')));
}

function meantBy(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => meant[sign] ?? '');
}

const meant: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };

function isListed(word: string): boolean {
  const once = /^(.{3,}?)\1+$/u.exec(word)?.[1] ?? word;
  if (guessedPasswords.has(once)) return true;
  for (let at = 3; at <= once.length - 3; at += 1) {
    if (guessedPasswords.has(once.slice(0, at)) && guessedPasswords.has(once.slice(at))) return true;
  }
  return false;
}

/** Small letters without accents, and digits. */
function lettersAndDigits(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/[^\p{L}\d]/gu, '');
}
