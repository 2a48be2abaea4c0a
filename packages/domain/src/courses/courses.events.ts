import { defineEvent, defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** A version of a course is what new learners get from now on; `move`: those who have not completed it get it too. */
export const coursePublished = defineEvent({
  name: 'courses.published',
  payload: z.object({ courseId: z.uuid(), versionId: z.uuid(), learners: z.enum(['stay', 'move']).default('stay') }),
});

/** Who may find a course has changed, apart from publishing: it was withdrawn, reopened, removed, restored, opened to all or kept for its agency. */
export const courseReachChanged = defineEvent({ name: 'courses.reach-changed', payload: z.object({ courseId: z.uuid() }) });

/** Publishes what was scheduled for this minute or before. */
export const publishDue = defineJob({ name: 'courses.publish-due', payload: z.strictObject({}), attempts: 3 });
defineSchedule({ job: publishDue, pattern: '* * * * *' });

/** Takes away for good what lay in the recycle bin for its time and nobody ever learned with. */
export const emptyBin = defineJob({ name: 'courses.empty-bin', payload: z.strictObject({}), attempts: 3 });
defineSchedule({ job: emptyBin, pattern: '40 2 * * *' });
