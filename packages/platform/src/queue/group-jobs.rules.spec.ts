import { groupJobs } from './group-jobs.js';
import type { NewJob } from './job-queues.js';

const some = (id: string, name: string, together?: number): NewJob => ({
  id,
  route: { name, queue: 'quick', attempts: 8, ...(together === undefined ? {} : { together }) },
  data: { payload: { id }, traceId: `trace-${id}` },
});

describe('jobs of a crowd', () => {
  it('travel together up to their number, each with its own trace; others stay alone', () => {
    const packed = groupJobs([some('a', 'grade', 3), some('m', 'mail'), some('b', 'grade', 3), some('n', 'mail'), some('c', 'grade', 3), some('d', 'grade', 3)]);
    expect(packed.map((job) => [job.route.name, job.data.payload, job.data.others?.length ?? 0])).toEqual([
      ['grade', { id: 'a' }, 2],
      ['mail', { id: 'm' }, 0],
      ['mail', { id: 'n' }, 0],
      ['grade', { id: 'd' }, 0],
    ]);
    expect(packed[0]?.data.others).toEqual([{ payload: { id: 'b' }, traceId: 'trace-b' }, { payload: { id: 'c' }, traceId: 'trace-c' }]);
  });

  it('have one id when they are the same, another when one differs, and their own when alone', () => {
    const id = (...ids: string[]) => groupJobs(ids.map((each) => some(each, 'grade', 9)))[0]?.id;
    expect(id('a', 'b')).toBe(id('a', 'b'));
    expect(new Set([id('a'), id('a', 'b'), id('a', 'c'), id('a', 'b', 'c')]).size).toBe(4);
    expect(id('a')).toBe('a');
    expect(id('a', 'b')).not.toContain(':');
  });
});
