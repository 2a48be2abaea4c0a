import { jest } from '@jest/globals';
import { LiveConnection } from './live-connection.js';

class FakeSource extends EventTarget {
  closed = false;
  close(): void {
    this.closed = true;
  }
  say(topic: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(topic, { data: JSON.stringify(data) }));
  }
}

function fixture() {
  const sources: FakeSource[] = [];
  const live = new LiveConnection(() => {
    const source = new FakeSource();
    sources.push(source);
    return source as unknown as EventSource;
  });
  return { live, sources, last: () => sources.at(-1) as FakeSource };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('shares one connection and hands each message to the handlers of its topic', () => {
  const { live, sources, last } = fixture();
  const heard: unknown[] = [];
  live.subscribe('graded', (data) => heard.push(['first', data]));
  live.subscribe('graded', (data) => heard.push(['second', data]));
  live.subscribe('issued', (data) => heard.push(['issued', data]));
  last().say('graded', { score: 80 });
  expect(sources).toHaveLength(1);
  expect(heard).toEqual([['first', { score: 80 }], ['second', { score: 80 }]]);
});

it('stops handing out messages after the end of a subscription', () => {
  const { live, last } = fixture();
  const heard: unknown[] = [];
  const end = live.subscribe('graded', (data) => heard.push(data));
  live.subscribe('other', () => undefined);
  end();
  last().say('graded', 1);
  expect(heard).toEqual([]);
});

it('keeps the connection for the next page and closes it when nobody came', () => {
  const { live, sources, last } = fixture();
  live.subscribe('graded', () => undefined)();
  jest.advanceTimersByTime(4_000);
  const end = live.subscribe('issued', () => undefined);
  jest.advanceTimersByTime(10_000);
  expect(last().closed).toBe(false);
  end();
  jest.advanceTimersByTime(5_000);
  expect(last().closed).toBe(true);
  expect(sources).toHaveLength(1);
});

it('tells subscribers to read again when the line is back, but not the first time', () => {
  const { live, last } = fixture();
  const resumed = jest.fn();
  live.subscribe('graded', () => undefined, resumed);
  last().dispatchEvent(new Event('open'));
  expect(resumed).not.toHaveBeenCalled();
  last().dispatchEvent(new Event('open'));
  expect(resumed).toHaveBeenCalledTimes(1);
});

it('closes while the page is hidden for long, and opens and resumes when it is shown', () => {
  const { live, sources, last } = fixture();
  const resumed = jest.fn();
  const heard: unknown[] = [];
  live.subscribe('graded', (data) => heard.push(data), resumed);
  last().dispatchEvent(new Event('open'));
  live.visibility(false);
  jest.advanceTimersByTime(30_000);
  expect(last().closed).toBe(true);
  live.visibility(true);
  expect(sources).toHaveLength(2);
  last().dispatchEvent(new Event('open'));
  last().say('graded', 7);
  expect(resumed).toHaveBeenCalledTimes(1);
  expect(heard).toEqual([7]);
});

it('hangs up on request and opens again for the next subscription', () => {
  const { live, sources, last } = fixture();
  live.subscribe('graded', () => undefined);
  live.close();
  expect(last().closed).toBe(true);
  live.subscribe('issued', () => undefined);
  expect(sources).toHaveLength(2);
});
