import { createHash } from 'node:crypto';
import type { NewJob } from './job-queues.js';

/**
 * Puts jobs that may travel together into one job of the queue each, in the order in which they came.
 * The id of a group names all its members: one with other members must never be taken for it, or those would be dropped.
 */
export function groupJobs(jobs: readonly NewJob[]): NewJob[] {
  const groups = new Map<string, NewJob[]>();
  const packed: NewJob[][] = [];
  for (const job of jobs) {
    const open = groups.get(job.route.name);
    if (open !== undefined && open.length < (job.route.together ?? 1)) {
      open.push(job);
      continue;
    }
    const group = [job];
    groups.set(job.route.name, group);
    packed.push(group);
  }
  return packed.map(asOne);
}

function asOne(group: readonly NewJob[]): NewJob {
  const [first, ...others] = group;
  if (first === undefined) throw new Error('a group has a member');
  if (others.length === 0) return first;
  const members = createHash('sha256').update(group.map((job) => job.id).join(' ')).digest('hex').slice(0, 16);
  return { ...first, id: `${first.id}-${members}`, data: { ...first.data, others: others.map((job) => job.data) } };
}
