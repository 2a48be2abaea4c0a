import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, paragraph } from './kernel/schemas.js';
import { MediaCaptions, MediaRendition, Playback } from './media.js';

/** A named place in a recording, in whole seconds from its beginning. */
export const Chapter = z.object({ start: z.number().int().min(0).max(86_400), title: z.string().trim().min(1).max(120) });

/** Body of a video lesson: what its author edits. */
export const VideoForAuthor = z.object({
  assetId: Id.nullable(),
  chapters: z.array(Chapter).max(100),
  /** Text beside the recording, as HTML: a summary or a transcript for those who cannot play it. */
  notes: z.string().max(400_000),
});
export type VideoForAuthor = z.infer<typeof VideoForAuthor>;

/** Content of a video lesson for learners. */
export const VideoContent = z.object({
  assetId: Id,
  seconds: z.number(),
  sound: z.boolean(),
  renditions: z.array(MediaRendition),
  captions: z.array(MediaCaptions),
  chapters: z.array(Chapter),
  notes: paragraph(400_000),
});
export type VideoContent = z.infer<typeof VideoContent>;

/** Whole seconds watched: `[from, until)` pairs in order, not touching. */
export const WatchedRanges = z.array(z.tuple([z.number().int(), z.number().int()]));

/** What the server knows of a learner's watching. */
export const WatchState = z.object({
  watched: WatchedRanges,
  /** Number of different seconds watched. */
  covered: z.number().int(),
  /** Number of seconds that the recording has. */
  length: z.number().int(),
  /** Seconds that complete the lesson. */
  needed: z.number().int(),
  completed: z.boolean(),
  /** Where to go on, in milliseconds. */
  positionMs: z.number().int(),
});
export type WatchState = z.infer<typeof WatchState>;

/** A lesson before play: where the recording is and what was watched of it. */
export const WatchStart = z.object({ playback: Playback, state: WatchState });
export type WatchStart = z.infer<typeof WatchStart>;

export const Viewing = z.object({ viewingId: Id, playback: Playback, state: WatchState });
export type Viewing = z.infer<typeof Viewing>;

/** Most intervals that one heartbeat may carry. */
export const maxIntervals = 400;

/** What a player reports: which parts it played, in milliseconds of the recording, and where it stands. */
export const Heartbeat = z.object({
  intervals: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])).max(maxIntervals),
  positionMs: z.number().int().min(0).max(86_400_000),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

export const HeartbeatAnswer = WatchState.extend({
  /** False when another device or page of this person has begun to play: stop, and say so. */
  active: z.boolean(),
  /** Seconds of the claim beyond what time allows; they are not counted now. */
  refused: z.number().int(),
});
export type HeartbeatAnswer = z.infer<typeof HeartbeatAnswer>;

/** Payload of the live topic `video.viewing-taken`. */
export const ViewingTaken = z.object({ viewingId: Id });

export const video = defineRoutes({
  state: {
    method: 'GET', path: '/learning/:courseId/lessons/:lessonId/watched', status: 200, summary: 'Where a recording is, and what I have watched of it',
    params: z.object({ courseId: Id, lessonId: Id }), response: WatchStart,
    access: 'authenticated', errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED', 'MEDIA_NOT_READY'],
  },
  open: {
    method: 'POST', path: '/learning/:courseId/lessons/:lessonId/viewings', status: 201,
    summary: 'Begin to watch on this device; a viewing on another device ends',
    params: z.object({ courseId: Id, lessonId: Id }), response: Viewing,
    access: 'authenticated', errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED', 'MEDIA_NOT_READY'],
  },
  watch: {
    method: 'PUT', path: '/viewings/:viewingId/watched', status: 200, summary: 'Report the intervals played; sending them again changes nothing',
    params: z.object({ viewingId: Id }), body: Heartbeat, response: HeartbeatAnswer, access: 'authenticated', errors: ['VIEWING_UNKNOWN'],
  },
});
