import * as z from 'zod';
import { OfAgency } from './agency-settings.js';
import { defineRoutes } from './kernel/route.js';
import { Id, line } from './kernel/schemas.js';

/** An agency whose own sign-on may be used instead of a password. */
export const SignOnDoor = z.object({
  agencyId: Id,
  agency: z.string(),
  shortName: z.string(),
  /** What the agency wants the button to say; null for the usual words. */
  label: z.string().nullable(),
});

const shape = {
  on: z.boolean(),
  /** As the provider writes it in its own tokens: `https://sso.example.go.id/realms/asn`. */
  issuer: z.url().max(300),
  clientId: line(200),
  /** Separated by blanks; `openid` is among them. */
  scopes: z.string().trim().max(300).regex(/(^|\s)openid(\s|$)/),
  /** Name of the claim that carries the NIP or NI PPPK; dots lead into nested claims. */
  numberClaim: z.string().trim().min(1).max(100).regex(/^[\w.:/-]+$/),
  /** Also know people by an e-mail that the provider calls verified. */
  matchEmail: z.boolean(),
  /** Give an account to people of the agency who have none yet. People themselves are never made here. */
  createAccounts: z.boolean(),
  /** The provider asks for a second factor itself: where its id token shows it, Pamong asks for none. */
  trustFactor: z.boolean(),
  /** What `amr` or `acr` of the id token hold then. */
  factorValues: z.array(line(100)).max(20),
  label: z.string().trim().max(60),
};

export const SignOnSettings = z.object({
  ...shape,
  issuer: z.string(),
  clientId: z.string(),
  /** The secret itself never leaves the server. */
  hasSecret: z.boolean(),
  /** Where the provider must be allowed to lead back to, and where to after signing out. */
  redirectUri: z.string(),
  signedOutUri: z.string(),
});

export const SaveSignOnSettings = z.object({
  ...shape,
  trustFactor: shape.trustFactor.default(false),
  factorValues: shape.factorValues.default(['mfa', 'otp', 'hwk']),
  /** Absent: keep the one that is stored, unless the issuer changed. Empty: a public client without a secret. */
  clientSecret: z.string().max(500).optional(),
});

/** What the provider said of itself. */
export const SignOnTrial = z.object({
  issuer: z.string(),
  /** Whether it takes the client id and secret; null where it did not say. */
  clientAccepted: z.boolean().nullable(),
  /** Whether it would lead back here; null where it did not say. */
  redirectAccepted: z.boolean().nullable(),
  /** The address that must be on the provider's list, letter by letter. */
  redirectUri: z.string(),
  /** Which of the things typed, or registered at the provider, must be corrected, where both answers together tell. */
  wrong: z.enum(['client-id', 'secret', 'redirect']).nullable(),
  /** Whether it says that it checks PKCE with S256. */
  pkce: z.boolean(),
  /** Whether signing out here can sign out there. */
  logout: z.boolean(),
  /** Whether it names the claim among those it knows; null where it names none. */
  knowsClaim: z.boolean().nullable(),
});

export const signOn = defineRoutes({
  doors: {
    method: 'GET', path: '/sign-on', status: 200, summary: 'Agencies with a sign-on of their own',
    response: z.object({ items: z.array(SignOnDoor) }), access: 'public', errors: [],
  },
  settings: {
    method: 'GET', path: '/sign-on/settings', status: 200, summary: 'The sign-on of an agency',
    query: OfAgency, response: SignOnSettings, access: { permission: 'sign-on.manage', scope: 'any' }, errors: ['NOT_FOUND'],
  },
  saveSettings: {
    method: 'PUT', path: '/sign-on/settings', status: 200, summary: 'Change the sign-on of an agency',
    query: OfAgency, body: SaveSignOnSettings, response: SignOnSettings, access: { permission: 'sign-on.manage', scope: 'any' }, whileActing: 'never',
    errors: ['NOT_FOUND', 'SIGN_ON_ADDRESS_REFUSED', 'SIGN_ON_SECRET_NEEDED'],
  },
  trySettings: {
    method: 'POST', path: '/sign-on/settings/trial', status: 200, summary: 'Ask the provider without storing anything',
    query: OfAgency, body: SaveSignOnSettings, response: SignOnTrial, access: { permission: 'sign-on.manage', scope: 'any' },
    errors: [
      'NOT_FOUND', 'SIGN_ON_ADDRESS_REFUSED', 'SIGN_ON_ADDRESS_PRIVATE', 'SIGN_ON_SECRET_NEEDED', 'SIGN_ON_UNREACHABLE', 'SIGN_ON_REFUSED', 'SIGN_ON_HOST_UNKNOWN', 'SIGN_ON_CERTIFICATE',
      'SIGN_ON_NO_PROVIDER', 'SIGN_ON_ISSUER_DIFFERS',
    ],
  },
});
