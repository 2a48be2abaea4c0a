import * as z from 'zod';
import type { SettingDefinition } from '../settings/settings.service.js';

/** Names of RFC 8176: several factors, a one-time code, a key in hardware. */
const usualFactorValues = ['mfa', 'otp', 'hwk'] as const;

const Shape = z.object({
  on: z.boolean(),
  issuer: z.string(),
  clientId: z.string(),
  /** Sealed for the agency; null for a public client. */
  sealedSecret: z.string().nullable(),
  scopes: z.string(),
  numberClaim: z.string(),
  matchEmail: z.boolean(),
  createAccounts: z.boolean(),
  /** The provider asks for a second factor itself; `factorValues` are what its id token shows in `amr` or `acr` then. */
  trustFactor: z.boolean().default(false),
  factorValues: z.array(z.string()).default([...usualFactorValues]),
  /** Of the button; empty for the usual words. */
  label: z.string(),
});

export type SignOnSetting = z.infer<typeof Shape>;

/** An agency's identity provider; off until an admin of the agency sets it. */
export const signOnSetting: SettingDefinition<SignOnSetting> = {
  key: 'sign-on',
  schema: Shape,
  fallback: {
    on: false, issuer: '', clientId: '', sealedSecret: null, scopes: 'openid profile email', numberClaim: 'preferred_username',
    matchEmail: false, createAccounts: false, trustFactor: false, factorValues: [...usualFactorValues], label: '',
  },
};

/** Where a sealed client secret belongs. */
export function secretContext(agencyId: string): string {
  return `sign-on-secret:${agencyId}`;
}
