import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id } from './kernel/schemas.js';

/** How an agency looks on the screen. */
export const Branding = z.object({
  /** `#rrggbb`; null for Pamong's own. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/).nullable(),
});

const params = z.object({ organisationId: Id });
const access = { permission: 'agency.manage', scope: 'organisation' } as const;

export const branding = defineRoutes({
  get: {
    method: 'GET', path: '/organisations/:organisationId/branding', status: 200, summary: 'How an agency looks on the screen',
    params, response: Branding, access, errors: [],
  },
  change: {
    method: 'PUT', path: '/organisations/:organisationId/branding', status: 200, summary: 'Choose the colour of an agency; one that cannot be read is refused',
    params, body: Branding, response: Branding, access, errors: ['BRAND_COLOUR_UNREADABLE'],
  },
});
