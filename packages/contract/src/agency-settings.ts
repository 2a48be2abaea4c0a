import * as z from 'zod';
import { Id } from './kernel/schemas.js';

/** The agency whose settings are meant; absent: the caller's own. */
export const OfAgency = z.object({ agencyId: Id.optional() });

/** Permissions that decide settings of a whole agency. */
export const agencySettings = ['agency.manage', 'sign-on.manage', 'certificate.manage', 'mail.manage'] as const;
export type AgencySetting = (typeof agencySettings)[number];
