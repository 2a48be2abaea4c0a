import { ApiProblem, NetworkProblem } from '@pamong/contract/client';
import { AnswerQueue, type AnswerStore, type SavedAt, type WaitingAnswer } from './answer-queue.js';

function memoryStore(initial: readonly WaitingAnswer[] = []): AnswerStore & { kept: readonly WaitingAnswer[] } {
  const store = { kept: initial, read: () => store.kept, write: (waiting: readonly WaitingAnswer[]) => void (store.kept = waiting) };
  return store;
}

const closedProblem = new ApiProblem({ status: 409, code: 'QUIZ_ATTEMPT_CLOSED', title: 'closed', params: {} });
const saved = ({ questionId }: WaitingAnswer): Promise<SavedAt> => Promise.resolve({ questionId, savedAt: '2026-11-22T03:32:07Z' });

/** A promise that the test settles. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function queueWith(send: (answer: WaitingAnswer) => Promise<SavedAt>, store = memoryStore()) {
  const seen = { saved: [] as string[], refused: [] as string[], waiting: [] as number[] };
  const queue = new AnswerQueue({
    store,
    send,
    retryAfter: 5,
    onSaved: ({ questionId }) => seen.saved.push(questionId),
    onRefused: (error) => seen.refused.push(error.code),
    onWaiting: (count) => seen.waiting.push(count),
  });
  return { queue, seen, store };
}

describe('AnswerQueue', () => {
  it('keeps an answer in the store until the server has it', async () => {
    const { promise, resolve } = deferred<SavedAt>();
    const { queue, seen, store } = queueWith(() => promise);
    queue.add({ questionId: 'q1', choice: ['a'] });
    expect(store.kept).toEqual([{ questionId: 'q1', choice: ['a'] }]);
    resolve({ questionId: 'q1', savedAt: '2026-11-22T03:32:07Z' });
    await queue.flush();
    expect(store.kept).toEqual([]);
    expect(seen.saved).toEqual(['q1']);
  });

  it('waits while the network is away and sends only the latest choice of a question', async () => {
    let online = false;
    const sent: WaitingAnswer[] = [];
    const { queue, seen } = queueWith((answer) => {
      if (!online) return Promise.reject(new NetworkProblem(new Error('away')));
      sent.push(answer);
      return saved(answer);
    });
    queue.add({ questionId: 'q1', choice: ['a'] });
    await queue.flush();
    queue.add({ questionId: 'q1', choice: ['b'] });
    queue.add({ questionId: 'q2', choice: ['c'] });
    await queue.flush();
    expect(queue.pending).toHaveLength(2);
    online = true;
    await queue.flush();
    expect(sent).toEqual([{ questionId: 'q1', choice: ['b'] }, { questionId: 'q2', choice: ['c'] }]);
    expect(seen.waiting.at(-1)).toBe(0);
    queue.close();
  });

  it('tries again by itself', async () => {
    let tries = 0;
    const { promise: done, resolve } = deferred<void>();
    const { queue } = queueWith((answer) => {
      tries += 1;
      if (tries === 1) return Promise.reject(new NetworkProblem(new Error('away')));
      resolve();
      return saved(answer);
    });
    queue.add({ questionId: 'q1', choice: ['a'] });
    await done;
    await queue.flush();
    expect(tries).toBe(2);
  });

  it('goes on after a reload with what the killed page left behind', async () => {
    const { queue, seen } = queueWith(saved, memoryStore([{ questionId: 'q9', choice: ['d'] }]));
    await queue.flush();
    expect(seen.saved).toEqual(['q9']);
  });

  it('gives up what the server refuses for good and says so', async () => {
    const { queue, seen, store } = queueWith(() => Promise.reject(closedProblem));
    queue.add({ questionId: 'q1', choice: ['a'] });
    await queue.flush();
    expect(seen.refused).toEqual(['QUIZ_ATTEMPT_CLOSED']);
    expect(store.kept).toEqual([]);
  });

  it('a choice made while its older one is on the way is sent after it', async () => {
    const { promise, resolve } = deferred<void>();
    const sent: string[][] = [];
    const { queue } = queueWith(async (answer) => {
      sent.push([...answer.choice]);
      if (sent.length === 1) await promise;
      return saved(answer);
    });
    queue.add({ questionId: 'q1', choice: ['a'] });
    queue.add({ questionId: 'q1', choice: ['b'] });
    resolve();
    await queue.flush();
    expect(sent).toEqual([['a'], ['b']]);
  });

  it('sends again when it is opened after it was closed', async () => {
    const { queue, seen } = queueWith(saved);
    queue.open();
    queue.close();
    queue.open();
    queue.add({ questionId: 'q1', choice: ['a'] });
    await queue.flush();
    expect(seen.saved).toEqual(['q1']);
  });
});
