import * as z from 'zod';
import { defineEvent, defineJob } from '../outbox/job.js';
import { HandlerRegistry } from './handler-registry.js';
import { allSchedules, defineSchedule } from './schedule.js';

const payload = z.strictObject({});
const first = defineJob({ name: 'registry.first', payload });
const second = defineJob({ name: 'registry.second', payload });
const happened = defineEvent({ name: 'registry.happened', payload });
const nothing = async () => undefined;

describe('HandlerRegistry', () => {
  it('is complete when every job has its handler, and otherwise names those that lack one', () => {
    const registry = new HandlerRegistry();
    registry.handles(first, nothing);
    expect(() => registry.assertComplete([first, second])).toThrow('No handler for: registry.second');
    registry.handles(second, nothing);
    registry.assertComplete([first, second]);
  });

  it('refuses a second handler of a job and a subscriber with a name that is taken', () => {
    const registry = new HandlerRegistry();
    registry.handles(first, nothing);
    registry.on(happened, 'registry.listener', nothing);
    expect(() => registry.handles(first, nothing)).toThrow('Two handlers are called registry.first');
    expect(() => registry.on(happened, 'registry.listener', nothing)).toThrow('Two handlers are called registry.listener');
    expect(() => registry.on(happened, 'registry.first', nothing)).toThrow('Two handlers are called registry.first');
  });

  it('gives an event to all its subscribers, each with its own queue and attempts', () => {
    const registry = new HandlerRegistry();
    registry.on(happened, 'registry.quick-one', nothing);
    registry.on(happened, 'registry.document', nothing, { queue: 'documents', attempts: 3 });
    expect(registry.subscribersOf(happened.name).map(({ name, queue, attempts }) => [name, queue, attempts])).toEqual([
      ['registry.quick-one', 'quick', 8],
      ['registry.document', 'documents', 3],
    ]);
    expect(registry.subscribersOf('registry.unheard')).toEqual([]);
  });
});

it('a job has one definition and at most one schedule, in Jakarta’s time unless told otherwise', () => {
  expect(() => defineJob({ name: 'registry.first', payload })).toThrow('defined twice');
  defineSchedule({ job: first, pattern: '0 3 * * *' });
  expect(() => defineSchedule({ job: first, pattern: '0 4 * * *' })).toThrow('two schedules');
  expect(allSchedules().find(({ job }) => job === first)).toMatchObject({ pattern: '0 3 * * *', timeZone: 'Asia/Jakarta' });
});
