import { defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Checks a recording and makes its sizes. */
export const transcodeRecording = defineJob({ name: 'media.transcode-recording', payload: z.object({ assetId: z.uuid() }), attempts: 4, queue: 'media' });

/** Removes uploads that nobody goes on with, and finishes those whose end was missed. */
export const sweepUploads = defineJob({ name: 'media.sweep-uploads', payload: z.object({}).strict() as unknown as z.ZodType<Record<string, never>> });

defineSchedule({ job: sweepUploads, pattern: '17 * * * *' });
