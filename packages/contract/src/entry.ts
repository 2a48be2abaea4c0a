import * as z from 'zod';
import { passwordRefusals } from './accounts.errors.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, PageQuery, line, pageOf } from './kernel/schemas.js';
import { mobileNumber } from './phone-number.js';

/** `none`: not invited yet. `active`: has a password or has signed in. */
export const accountStates = ['none', 'invited', 'active', 'disabled'] as const;
export type AccountState = (typeof accountStates)[number];

/** A one-time token as links carry it behind the `#`; pages send it in a body, never in an address. */
/** A line that may be left out; empty is absent. */
const optionalLine = (max: number) => z.union([line(max), z.literal('').transform(() => null), z.null()]);

const Token = z.string().regex(/^[\w-]{43}$/);

export const AskReset = z.object({
  /** NIP, NI PPPK or e-mail. */
  login: line(200),
});

export const UseCode = z.object({ login: line(200), code: line(40) });

/** What a link opens. */
export const LinkPurpose = z.object({
  purpose: z.enum(['reset', 'invite', 'code', 'register']),
  /** Without degrees, for the greeting. */
  name: z.string(),
  expiresAt: Instant,
});

export const ChoosePassword = z.object({ token: Token, password: z.string().min(1).max(1000) });

export const ChangeEmail = z.object({ email: z.email().max(200).toLowerCase() });

/** What somebody from outside says of themselves, whichever way they are reached. */
const Outsider = {
  /** One of `options`. */
  agencyId: Id,
  titleBefore: optionalLine(60),
  name: line(200),
  titleAfter: optionalLine(100),
  /** Where the person comes from, as certificates print it. */
  affiliation: line(200),
  /** A number of their own agency. A NIK, of 16 digits, is never asked for and never taken. */
  number: optionalLine(40).refine((number) => number === null || !/^\d{16}$/.test(number.replaceAll(' ', ''))),
  /** Of letter and message. */
  language: z.enum(['id', 'en']),
};

/** Somebody from outside who wants to take part, and proves an e-mail address. */
export const Registration = z.object({ ...Outsider, email: z.email().max(200).toLowerCase() });

/** The same with a mobile number, which becomes `+6281234567890`. */
export const PhoneRegistration = z.object({
  ...Outsider,
  phone: z.string().trim().max(40).refine((typed) => mobileNumber(typed) !== null).transform((typed) => mobileNumber(typed) ?? ''),
});

/** Six digits, as they arrived. */
export const PhoneProof = z.object({ code: z.string().transform((typed) => typed.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/)) });

/** Somebody whom an admin may let in, with the state of their account. */
export const AccountPerson = z.object({
  personId: Id,
  fullName: z.string(),
  unit: z.string(),
  /** Masked. */
  number: z.string().nullable(),
  email: z.string().nullable(),
  state: z.enum(accountStates),
  /** The open invitation or code. */
  invitation: z.object({ by: z.enum(['mail', 'code']), at: Instant, expiresAt: Instant }).nullable(),
});

/** Somebody who was left out, and why. */
export const SkippedPerson = z.object({
  personId: Id,
  fullName: z.string(),
  reason: z.enum(['active', 'disabled', 'no_email', 'no_login', 'more_rights']),
});

export const InvitePeople = z.object({ personIds: z.array(Id).min(1).max(200) });

export const InviteEveryone = z.object({ search: z.string().trim().max(100).default('') });

/** A code for one person, shown once. */
export const PrintedCode = z.object({
  personId: Id,
  fullName: z.string(),
  unit: z.string(),
  /** Masked. */
  number: z.string().nullable(),
  /** What the person types beside the code. */
  loginBy: z.enum(['number', 'email']),
  code: z.string(),
});

const Invited = z.object({ invited: z.number().int(), skipped: z.array(SkippedPerson) });
const access = { permission: 'account.activate', scope: 'any' } as const;

export const entry = defineRoutes({
  options: {
    method: 'GET', path: '/entry', status: 200, summary: 'Which ways in there are',
    response: z.object({
      mail: z.boolean(),
      /** A gateway reaches mobile numbers, so that one may register with one. */
      phone: z.boolean(),
      /** Agencies with which people from outside may register. */
      registration: z.array(z.object({ id: Id, name: z.string() })),
    }),
    access: 'public', errors: [],
  },
  register: {
    method: 'POST', path: '/entry/registrations', status: 204, summary: 'Register from outside; a letter proves the address, and the answer is the same for everyone',
    body: Registration, response: Nothing, access: 'public', errors: ['REGISTRATION_CLOSED', 'TOO_MANY_REQUESTS'],
  },
  registerByPhone: {
    method: 'POST', path: '/entry/phone-registrations', status: 201, summary: 'Register from outside with a mobile number; a code proves it, and the answer is the same for everyone',
    body: PhoneRegistration, response: z.object({ registrationId: Id, expiresAt: Instant }), access: 'public', errors: ['REGISTRATION_CLOSED', 'TOO_MANY_REQUESTS'],
  },
  provePhone: {
    method: 'POST', path: '/entry/phone-registrations/:registrationId/proof', status: 200, summary: 'Change the code that came for a link that chooses a password',
    params: z.object({ registrationId: Id }), body: PhoneProof, response: z.object({ token: z.string() }), access: 'public', errors: ['PHONE_CODE_INVALID', 'TOO_MANY_REQUESTS'],
  },
  openRegistration: {
    method: 'PUT', path: '/entry/registration', status: 204, summary: 'Open or close registration from outside with my agency',
    body: z.object({ open: z.boolean() }), response: Nothing, access, errors: ['NOT_ALLOWED'],
  },
  askReset: {
    method: 'POST', path: '/entry/resets', status: 204, summary: 'Ask for a link that sets a new password; the answer is the same for everyone',
    body: AskReset, response: Nothing, access: 'public', errors: ['MAIL_NOT_CONFIGURED', 'TOO_MANY_REQUESTS'],
  },
  useCode: {
    method: 'POST', path: '/entry/codes', status: 200, summary: 'Change a printed code for a link that chooses a password',
    body: UseCode, response: z.object({ token: z.string() }), access: 'public', errors: ['CODE_INVALID', 'LOGIN_LIMITED'],
  },
  lookAtLink: {
    method: 'POST', path: '/entry/links', status: 200, summary: 'What a one-time link is for',
    body: z.object({ token: Token }), response: LinkPurpose, access: 'public', errors: ['LINK_INVALID'],
  },
  choosePassword: {
    method: 'POST', path: '/entry/passwords', status: 200, summary: 'Choose a password with a one-time link; ends every session of the account',
    body: ChoosePassword, response: z.object({ login: z.string() }), access: 'public', errors: ['LINK_INVALID', 'REGISTRATION_CLOSED', 'EMAIL_TAKEN', 'PHONE_TAKEN', ...passwordRefusals],
  },
  changeEmail: {
    method: 'POST', path: '/entry/email-changes', status: 204, summary: 'Ask for another e-mail address; it counts once its inbox was read',
    body: ChangeEmail, response: Nothing, access: 'authenticated', whileActing: 'never', errors: ['MAIL_NOT_CONFIGURED', 'TOO_MANY_REQUESTS'],
  },
  confirmEmail: {
    method: 'POST', path: '/entry/confirmed-emails', status: 200, summary: 'Confirm an e-mail address with a one-time link',
    body: z.object({ token: Token }), response: z.object({ email: z.string() }), access: 'public', errors: ['LINK_INVALID', 'EMAIL_TAKEN'],
  },
  accounts: {
    method: 'GET', path: '/entry/accounts', status: 200, summary: 'People of my units and the state of their accounts',
    query: PageQuery.extend({ search: z.string().trim().max(100).default(''), state: z.enum(accountStates).optional(), email: z.enum(['yes', 'no']).optional(),
      /** Only people of this import, which the caller must be allowed to see. */
      importId: Id.optional() }),
    response: pageOf(AccountPerson).extend({ mail: z.boolean(), registration: z.object({ open: z.boolean(), change: z.boolean() }) }), access, errors: [],
  },
  invite: {
    method: 'POST', path: '/entry/invitations', status: 200, summary: 'Invite people by mail to choose a password',
    body: InvitePeople, response: Invited, access, errors: ['MAIL_NOT_CONFIGURED', 'NOT_FOUND'],
  },
  inviteEveryone: {
    method: 'POST', path: '/entry/invitations/everyone', status: 200, summary: 'Invite the next ones of everybody who has an address and was not invited; call again while some are left',
    body: InviteEveryone, response: Invited.extend({ left: z.number().int() }), access, errors: ['MAIL_NOT_CONFIGURED'],
  },
  makeCodes: {
    method: 'POST', path: '/entry/printed-codes', status: 200, summary: 'Make one-time codes to print for people without mail',
    body: z.object({ personIds: z.array(Id).min(1).max(60) }),
    response: z.object({ codes: z.array(PrintedCode), skipped: z.array(SkippedPerson), expiresAt: Instant, address: z.string() }), access, errors: ['NOT_FOUND', 'SERVER_BUSY'],
  },
});
