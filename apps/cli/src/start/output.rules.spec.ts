import { readable } from './output.js';

describe('what the terminal shows of the children', () => {
  it('shows warnings and worse in a line for people', () => {
    const line = JSON.stringify({ level: 50, time: '2026-11-22T10:32:07.123Z', name: 'api', err: { message: 'connection refused' }, msg: 'The query failed' });
    expect(readable('API', line)).toBe('10:32:07 API error: The query failed (connection refused)');
  });

  it('keeps the rest for the log files', () => {
    expect(readable('API', JSON.stringify({ level: 30, msg: 'request completed' }))).toBeNull();
    expect(readable('API', '')).toBeNull();
  });

  it('shows what is not a log line as it is', () => {
    expect(readable('worker', 'Error: no memory')).toBe('worker: Error: no memory');
    expect(readable('worker', '{broken')).toBe('worker: {broken');
  });
});
