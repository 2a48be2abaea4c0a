import * as z from 'zod';
import { passwordRefusals } from './accounts.errors.js';
import { OfAgency } from './agency-settings.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, line } from './kernel/schemas.js';
import { roles } from './permissions.js';

/** How the caller's own account is protected. */
export const AccountSecurity = z.object({
  /** False for people who only sign in through their agency. */
  hasPassword: z.boolean(),
  secondFactor: z.object({
    on: z.boolean(),
    since: Instant.nullable(),
    /** Recovery codes that were not used yet. */
    recoveryLeft: z.number().int(),
    /** The agency asks it of a role of the caller. */
    required: z.boolean(),
  }),
});

/** An account at an agency's provider through which the caller signs in. */
export const SignOnLink = z.object({
  id: Id,
  /** Name of the agency, or of the provider's host where the agency uses it no more. */
  provider: z.string(),
  /** Signing in through it works now. */
  active: z.boolean(),
  linkedAt: Instant,
  lastUsedAt: Instant,
});

export const ChangePassword = z.object({
  current: z.string().min(1).max(1000),
  next: z.string().min(1).max(1000),
  /** Ends every other session of the account. */
  endOthers: z.boolean(),
});

/** The secret for an authenticator application: to scan, or to type. */
export const FactorDraft = z.object({
  secret: z.string(),
  /** SVG of one black path on nothing. */
  qrCode: z.string(),
});

/** Six digits of the application, or a recovery code. */
export const FactorCode = z.object({ code: line(40) });

/** Shown once; only hashes are kept. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

export const ProvePassword = z.object({ password: z.string().min(1).max(1000) });

export const EndSecondFactor = z.object({ reason: line(300) });

export const SecondFactorRule = z.object({ roles: z.array(z.enum(roles)) });

export const factorRefusals = ['SECOND_FACTOR_WRONG', 'SECOND_FACTOR_USED', 'SECOND_FACTOR_CLOCK', 'LOGIN_LIMITED'] as const;
const proofRefusals = ['PASSWORD_WRONG', 'PASSWORD_ABSENT', 'LOGIN_LIMITED'] as const;

export const accounts = defineRoutes({
  security: {
    method: 'GET', path: '/account/security', status: 200, summary: 'How my account is protected',
    response: AccountSecurity, access: 'authenticated', errors: [],
  },
  signOnLinks: {
    method: 'GET', path: '/account/sign-on-links', status: 200, summary: 'Accounts at providers through which I sign in',
    response: z.object({ items: z.array(SignOnLink) }), access: 'authenticated', errors: [],
  },
  removeSignOnLink: {
    method: 'DELETE', path: '/account/sign-on-links/:linkId', status: 204, summary: 'Sign in through a provider no more',
    params: z.object({ linkId: Id }), response: Nothing, access: 'authenticated', whileActing: 'never', errors: ['NOT_FOUND', 'SIGN_ON_LAST_WAY'],
  },
  changePassword: {
    method: 'PUT', path: '/account/password', status: 204, summary: 'Change my password, proved by the current one',
    body: ChangePassword, response: Nothing, access: 'authenticated', whileActing: 'never',
    errors: [...proofRefusals, ...passwordRefusals],
  },
  beginSecondFactor: {
    method: 'POST', path: '/account/second-factor', status: 200, summary: 'Begin to set up a second factor, proved by my password',
    body: ProvePassword, response: FactorDraft, access: 'authenticated', whileActing: 'never', errors: [...proofRefusals, 'SECOND_FACTOR_ON'],
  },
  confirmSecondFactor: {
    method: 'POST', path: '/account/second-factor/confirmation', status: 200, summary: 'Turn my second factor on with a first code',
    body: FactorCode, response: RecoveryCodes, access: 'authenticated', whileActing: 'never', errors: [...factorRefusals, 'SECOND_FACTOR_ON', 'SECOND_FACTOR_OFF'],
  },
  renewRecoveryCodes: {
    method: 'POST', path: '/account/second-factor/recovery-codes', status: 200, summary: 'Replace my recovery codes, proved by my password',
    body: ProvePassword, response: RecoveryCodes, access: 'authenticated', whileActing: 'never', errors: [...proofRefusals, 'SECOND_FACTOR_OFF'],
  },
  endSecondFactor: {
    method: 'POST', path: '/account/second-factor/end', status: 204, summary: 'Turn my second factor off, proved by my password',
    body: ProvePassword, response: Nothing, access: 'authenticated', whileActing: 'never', errors: [...proofRefusals, 'SECOND_FACTOR_OFF', 'SECOND_FACTOR_REQUIRED'],
  },
  secondFactorOf: {
    method: 'GET', path: '/people/:personId/second-factor', status: 200, summary: 'Since when somebody has a second factor',
    params: z.object({ personId: Id }), response: z.object({ since: Instant.nullable() }), access: { permission: 'account.activate', scope: 'person' }, errors: [],
  },
  endSecondFactorOf: {
    method: 'POST', path: '/people/:personId/second-factor/end', status: 204, summary: 'Turn off the second factor of somebody whose phone is gone',
    params: z.object({ personId: Id }), body: EndSecondFactor, response: Nothing, access: { permission: 'account.activate', scope: 'person' }, whileActing: 'never', errors: ['SECOND_FACTOR_OFF'],
  },
  secondFactorRule: {
    method: 'GET', path: '/second-factor-rule', status: 200, summary: 'Roles of an agency that need a second factor',
    query: OfAgency, response: SecondFactorRule, access: { permission: 'sign-on.manage', scope: 'any' }, errors: ['NOT_FOUND'],
  },
  setSecondFactorRule: {
    method: 'PUT', path: '/second-factor-rule', status: 200, summary: 'Choose the roles of an agency that need a second factor',
    query: OfAgency, body: SecondFactorRule, response: SecondFactorRule, access: { permission: 'sign-on.manage', scope: 'any' }, whileActing: 'never', errors: ['NOT_FOUND'],
  },
});
