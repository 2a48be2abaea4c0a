import * as z from 'zod';
import { FactorCode, FactorDraft, RecoveryCodes, factorRefusals } from './accounts.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, line } from './kernel/schemas.js';
import { permissions, roles } from './permissions.js';

const Tokens = z.record(z.string(), z.string());

/** Who is signed in, as every screen needs it. */
export const Me = z.object({
  personId: Id,
  /** Without degrees, for greetings. */
  name: z.string(),
  /** With degrees exactly as typed, for documents. */
  fullName: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  employmentKind: z.enum(['PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN']),
  /** NIP or NI PPPK as text; absent for people outside the civil service. */
  number: z.object({ kind: z.enum(['NIP', 'NI_PPPK']), value: z.string() }).nullable(),
  post: z.string().nullable(),
  rank: z.string().nullable(),
  unit: z.string(),
  /** `theme`: CSS tokens of the agency's own colour; absent for Pamong's. */
  agency: z.object({ id: Id, name: z.string(), shortName: z.string(), theme: z.object({ light: Tokens, dark: Tokens }).optional() }),
  email: z.string().nullable(),
  /** IANA name. */
  timeZone: z.string(),
  roles: z.array(z.enum(roles)),
  /** Permissions held anywhere; whether one holds on a given thing is that thing's own `can`. */
  can: z.array(z.enum(permissions)),
  /** Present while an admin sees Pamong as this person. */
  acting: z.object({ adminName: z.string(), until: Instant, mayWrite: z.boolean() }).nullable(),
});

/** A door of the demo: an account that anyone may try. */
export const DemoAccount = z.object({
  role: z.enum(roles),
  name: z.string(),
  login: z.string(),
  password: z.string(),
});

export const Session = z.object({
  me: Me.nullable(),
  /** Present in demo mode only. */
  demo: z.object({ accounts: z.array(DemoAccount) }).nullable(),
  /** Present and true while the installation is empty: the first agency has to be made. */
  setup: z.literal(true).optional(),
});

/** The answer to a right password. */
const SignInAnswer = Session.extend({
  /** Present while nobody is signed in yet: show a code, or set up an authenticator application first. */
  step: z.enum(['code', 'enrol']).optional(),
});

export const SignIn = z.object({
  /** NIP, NI PPPK (blanks and dots are ignored) or e-mail. */
  login: line(200),
  password: z.string().min(1).max(1000),
});

/** One place where the account is signed in. */
export const OpenSession = z.object({
  id: Id,
  device: z.string(),
  address: z.string(),
  /** Where the address lies, as far as it says so itself; nothing outside is asked. */
  network: z.enum(['loopback', 'private', 'public']),
  createdAt: Instant,
  lastSeenAt: Instant,
  current: z.boolean(),
});

export const session = defineRoutes({
  get: {
    method: 'GET', path: '/session', status: 200, summary: 'Who is signed in, or nobody',
    response: Session, access: 'public', errors: [],
  },
  signIn: {
    method: 'POST', path: '/session', status: 200, summary: 'Sign in with a number or e-mail and a password',
    body: SignIn, response: SignInAnswer, access: 'public', errors: ['LOGIN_FAILED', 'LOGIN_LIMITED'],
  },
  enterCode: {
    method: 'POST', path: '/session/code', status: 200, summary: 'Go on signing in with a code of the second factor',
    body: FactorCode, response: Session, access: 'public', errors: [...factorRefusals, 'SECOND_FACTOR_OFF', 'SIGN_IN_STEP_OVER'],
  },
  enrol: {
    method: 'POST', path: '/session/second-factor', status: 200, summary: 'Go on signing in by setting up a second factor',
    response: FactorDraft, access: 'public', errors: ['SECOND_FACTOR_ON', 'SIGN_IN_STEP_OVER'],
  },
  confirmEnrolment: {
    method: 'POST', path: '/session/second-factor/confirmation', status: 200, summary: 'Turn the second factor on with a first code, and be signed in',
    body: FactorCode, response: RecoveryCodes.extend({ session: Session }), access: 'public', errors: [...factorRefusals, 'SECOND_FACTOR_ON', 'SECOND_FACTOR_OFF', 'SIGN_IN_STEP_OVER'],
  },
  signOut: {
    method: 'DELETE', path: '/session', status: 200, summary: 'End this session',
    // Where signing out goes on: at the provider that opened the session.
    response: z.object({ onward: z.string().nullable() }), access: 'public', whileActing: 'always', errors: [],
  },
  list: {
    method: 'GET', path: '/sessions', status: 200, summary: 'Where I am signed in',
    response: z.object({ items: z.array(OpenSession) }), access: 'authenticated', errors: [],
  },
  revoke: {
    method: 'DELETE', path: '/sessions/:sessionId', status: 204, summary: 'End one of my sessions',
    params: z.object({ sessionId: Id }), response: Nothing, access: 'authenticated', whileActing: 'never', errors: ['NOT_FOUND'],
  },
  revokeOthers: {
    method: 'DELETE', path: '/sessions', status: 200, summary: 'End every session of mine but this one',
    response: z.object({ ended: z.number().int() }), access: 'authenticated', whileActing: 'never', errors: [],
  },
});
