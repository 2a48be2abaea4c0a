import { ApiProblem, NetworkProblem } from '@pamong/contract/client';
import { Autosave } from './autosave.js';

type Change = { title?: string; summary?: string };

function problem(status: number, code: string): ApiProblem {
  return new ApiProblem({ status, code: code as 'COURSE_CHANGED', title: '', params: {} });
}

/** A server whose answers the test gives one by one. */
function server() {
  const sent: { change: Change; revision: number }[] = [];
  const waiting: { resolve: (answer: { revision: number }) => void; reject: (error: unknown) => void }[] = [];
  const autosave = new Autosave<Change>({
    revision: 1,
    save: (change, revision) => {
      sent.push({ change, revision });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  });
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    autosave, sent,
    answer: async (revision: number) => { waiting.shift()?.resolve({ revision }); await settle(); },
    fail: async (error: unknown) => { waiting.shift()?.reject(error); await settle(); },
  };
}

describe('Autosave', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  it('waits for a pause, sends the last values once and counts revisions', async () => {
    const { autosave, sent, answer } = server();
    autosave.push({ title: 'A' });
    autosave.push({ title: 'AB' });
    jest.advanceTimersByTime(899);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(sent).toEqual([{ change: { title: 'AB' }, revision: 1 }]);
    autosave.push({ summary: 'x' });
    jest.advanceTimersByTime(5_000);
    expect(sent).toHaveLength(1);
    await answer(2);
    jest.advanceTimersByTime(0);
    expect(sent[1]).toEqual({ change: { summary: 'x' }, revision: 2 });
    await answer(3);
    expect(autosave.state()).toMatchObject({ kind: 'clean', at: expect.any(Date) });
    expect(autosave.unsaved).toBe(false);
  });

  it('tries again while the network is away, with newer values over older ones', async () => {
    const { autosave, sent, answer, fail } = server();
    autosave.push({ title: 'A', summary: 's' });
    autosave.flush();
    autosave.push({ title: 'B' });
    await fail(new NetworkProblem('gone'));
    expect(autosave.state().kind).toBe('retrying');
    expect(autosave.unsaved).toBe(true);
    jest.advanceTimersByTime(4_000);
    expect(sent[1]).toEqual({ change: { title: 'B', summary: 's' }, revision: 1 });
    await answer(2);
    expect(autosave.state().kind).toBe('clean');
  });

  it('stops when somebody else was faster, and keeps what was typed', async () => {
    const { autosave, sent, fail } = server();
    autosave.push({ title: 'A' });
    autosave.flush();
    await fail(problem(409, 'COURSE_CHANGED'));
    autosave.push({ title: 'B' });
    autosave.flush();
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
    expect(autosave.state().kind).toBe('stopped');
    expect(autosave.unsaved).toBe(true);
  });

  it('sends what was refused again with the next change', async () => {
    const { autosave, sent, fail } = server();
    autosave.push({ title: '' });
    autosave.flush();
    await fail(problem(400, 'INPUT_INVALID'));
    expect(autosave.state().kind).toBe('invalid');
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
    autosave.push({ title: 'A' });
    jest.advanceTimersByTime(900);
    expect(sent[1]).toEqual({ change: { title: 'A' }, revision: 1 });
  });
});
