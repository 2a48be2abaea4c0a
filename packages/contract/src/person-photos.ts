import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id } from './kernel/schemas.js';

/** The photo that an STTP prints. Nobody else sees it. */
export const PersonPhoto = z.object({
  /** The agency's STTP asks for one. Where it does not, nothing can be added and what is there can be removed. */
  wanted: z.boolean(),
  /** Address of the picture, for the person and whoever may change people there; null: there is none. */
  url: z.string().nullable(),
});

/** Base64 of at most some 740 kB; browsers make photographs smaller first. */
const Picture = z.object({ data: z.base64().max(1_000_000) });
const PersonParams = z.object({ personId: Id });
/** Parameters of the picture itself, at `/api/people/:personId/photos/:photoId`. */
export const PhotoParams = PersonParams.extend({ photoId: Id });

const manage = { permission: 'person.manage', scope: 'person' } as const;
const refusals = ['PHOTO_NOT_WANTED', 'PHOTO_UNREADABLE', 'PHOTO_TOO_SMALL'] as const;

export const personPhotos = defineRoutes({
  mine: { method: 'GET', path: '/account/photo', status: 200, summary: 'My photo for the STTP', response: PersonPhoto, access: 'authenticated', errors: [] },
  setMine: {
    method: 'PUT', path: '/account/photo', status: 200, summary: 'Send my photo; it is cropped to 3:4 and loses its metadata',
    body: Picture, response: PersonPhoto, access: 'authenticated', errors: refusals,
  },
  removeMine: { method: 'DELETE', path: '/account/photo', status: 200, summary: 'Remove my photo', response: PersonPhoto, access: 'authenticated', errors: [] },
  of: {
    method: 'GET', path: '/people/:personId/photo', status: 200, summary: "Somebody's photo for the STTP",
    params: PersonParams, response: PersonPhoto, access: manage, errors: [],
  },
  set: {
    method: 'PUT', path: '/people/:personId/photo', status: 200, summary: "Send somebody's photo; it is cropped to 3:4 and loses its metadata",
    params: PersonParams, body: Picture, response: PersonPhoto, access: manage, errors: refusals,
  },
  remove: {
    method: 'DELETE', path: '/people/:personId/photo', status: 200, summary: "Remove somebody's photo",
    params: PersonParams, response: PersonPhoto, access: manage, errors: [],
  },
});
