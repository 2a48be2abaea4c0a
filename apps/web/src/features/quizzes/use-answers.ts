import type { ApiProblem } from '@pamong/contract/client';
import type { Attempt } from '@pamong/contract/quizzes';
import { useEffect, useMemo, useRef, useState } from 'react';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { AnswerQueue, localStore } from './answer-queue.js';

export type AttemptView = z.output<typeof Attempt>;

/** Choices of an attempt: what the server holds, overlaid with what still waits in this browser. */
export function useAnswers(attempt: AttemptView, onRefused: (error: ApiProblem) => void) {
  const [waiting, setWaiting] = useState(0);
  const [savedAt, setSavedAt] = useState<string | null>(() => attempt.answers.map((answer) => answer.savedAt).toSorted().at(-1) ?? null);
  const refused = useRef(onRefused);
  refused.current = onRefused;
  const queue = useMemo(
    () =>
      new AnswerQueue({
        store: localStore(attempt.id),
        send: ({ questionId, choice }) => api.quizzes.answer({ params: { attemptId: attempt.id, questionId }, body: { choice: [...choice] } }),
        onSaved: (saved) => setSavedAt(saved.savedAt),
        onRefused: (error) => refused.current(error),
        onWaiting: setWaiting,
      }),
    [attempt.id],
  );
  const [choices, setChoices] = useState<ReadonlyMap<string, readonly string[]>>(
    () => new Map([...attempt.answers, ...queue.pending].map(({ questionId, choice }) => [questionId, choice])),
  );
  useEffect(() => {
    setWaiting(queue.pending.length);
    queue.open();
    const flush = () => void queue.flush();
    addEventListener('online', flush);
    return () => {
      removeEventListener('online', flush);
      queue.close();
    };
  }, [queue]);

  return {
    choices,
    /** Answers that the server has not acknowledged yet. */
    waiting,
    /** When the server stored the latest answer. */
    savedAt,
    choose: (questionId: string, choice: readonly string[]) => {
      setChoices((before) => new Map(before).set(questionId, choice));
      queue.add({ questionId, choice });
    },
    /** Sends what waits; resolves to whether nothing is left. */
    flush: async () => {
      await queue.flush();
      return queue.pending.length === 0;
    },
  };
}
