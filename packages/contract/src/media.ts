import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, line } from './kernel/schemas.js';

/** Largest recording: 4 GB. */
export const maxRecordingBytes = 4 * 1024 ** 3;
/** Largest captions file, in characters. */
export const maxCaptionsLength = 900_000;

/** `waiting`: the file is here, the worker has not begun. `refused`: it cannot be used. `failed`: our fault, after all tries. */
export const MediaStatus = z.enum(['uploading', 'waiting', 'processing', 'ready', 'refused', 'failed']);
export type MediaStatus = z.infer<typeof MediaStatus>;

/** Why a file cannot be used; screens have a sentence for each. */
export const mediaRefusals = ['EMPTY', 'NOT_A_VIDEO', 'TRUNCATED', 'NO_PICTURE', 'TOO_SHORT', 'TOO_LONG', 'TOO_LARGE', 'UNREADABLE'] as const;
export const MediaRefusal = z.enum(mediaRefusals);
export type MediaRefusal = z.infer<typeof MediaRefusal>;

/** One picture size; `bytes` is what watching the whole recording in it costs. */
export const MediaRendition = z.object({
  name: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
});

export const MediaCaptions = z.object({
  /** BCP 47 primary language. */
  language: z.string(),
  /** File name below the playback address. */
  file: z.string(),
  cues: z.number().int(),
});

export const MediaAsset = z.object({
  id: Id,
  status: MediaStatus,
  /** What the uploader called it; shown, never used as a path. */
  fileName: z.string(),
  bytes: z.number().int(),
  /** 0 to 1, of the worker's part. */
  progress: z.number(),
  /** The first size is ready. */
  playable: z.boolean(),
  refusal: MediaRefusal.nullable(),
  /** Null until the worker has looked at it. */
  seconds: z.number().nullable(),
  sound: z.boolean().nullable(),
  renditions: z.array(MediaRendition),
  captions: z.array(MediaCaptions),
  createdAt: Instant,
  /** Address for tus 1.0 (HEAD, PATCH, DELETE) while `uploading`. */
  uploadUrl: z.string().nullable(),
});
export type MediaAsset = z.infer<typeof MediaAsset>;

/** Where a player finds a recording, for some hours. */
export const Playback = z.object({
  master: z.string(),
  poster: z.string(),
  /** Prefix of captions files. */
  base: z.string(),
  expiresAt: Instant,
  renditions: z.array(MediaRendition),
  captions: z.array(MediaCaptions),
});
export type Playback = z.infer<typeof Playback>;

/** Payload of the live topic `media.progress`. */
export const MediaProgress = z.object({ assetId: Id, status: MediaStatus, progress: z.number(), playable: z.boolean() });

const AssetParams = z.object({ assetId: Id });
const CaptionsParams = z.object({ assetId: Id, language: z.string().regex(/^[a-z]{2,3}$/) });
const onAsset = { permission: 'media.upload', scope: 'media' } as const;

export const media = defineRoutes({
  create: {
    method: 'POST', path: '/courses/:courseId/media', status: 201, summary: 'Announce a recording and receive the address for its upload',
    params: z.object({ courseId: Id }), body: z.object({ fileName: line(255), bytes: z.number().int().nonnegative() }), response: MediaAsset,
    access: { permission: 'media.upload', scope: 'course' }, errors: ['MEDIA_TOO_LARGE', 'MEDIA_EMPTY', 'MEDIA_QUOTA_REACHED', 'MEDIA_UPLOADS_TOO_MANY'],
  },
  get: {
    method: 'GET', path: '/media/:assetId', status: 200, summary: 'State of a recording, for its authors',
    params: AssetParams, response: MediaAsset, access: onAsset, errors: [],
  },
  preview: {
    method: 'GET', path: '/media/:assetId/playback', status: 200, summary: 'Addresses for playing a recording in the editor',
    params: AssetParams, response: Playback, access: onAsset, errors: ['MEDIA_NOT_READY'],
  },
  remove: {
    method: 'DELETE', path: '/media/:assetId', status: 204, summary: 'Give up an upload or a recording that no published lesson shows',
    params: AssetParams, response: Nothing, access: onAsset, errors: [],
  },
  setCaptions: {
    method: 'PUT', path: '/media/:assetId/captions/:language', status: 200, summary: 'Set the captions of one language, from WebVTT or SRT',
    params: CaptionsParams, body: z.object({ text: z.string().max(maxCaptionsLength) }), response: MediaAsset, access: onAsset, errors: ['CAPTIONS_INVALID'],
  },
  removeCaptions: {
    method: 'DELETE', path: '/media/:assetId/captions/:language', status: 200, summary: 'Take the captions of one language away',
    params: CaptionsParams, response: MediaAsset, access: onAsset, errors: [],
  },
});
