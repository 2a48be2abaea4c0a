import { ApiProblem, NetworkProblem } from '@pamong/contract/client';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What to tell a person about an error: one or two sentences with what happened, why, and what to do. */
export function problemSentence(t: TFunction, error: unknown): string {
  if (error instanceof ApiProblem) {
    const { code, params } = error.problem;
    return t([`errors:${code}`, 'core:problem.unknown'], { ...params });
  }
  if (error instanceof NetworkProblem) return t('core:problem.network');
  return t('core:problem.unknown');
}

/** The same as a hook. The sentences are one file for all features and are fetched when a screen that can fail appears. */
export function useProblemSentence(): (error: unknown) => string {
  const { t, i18n } = useTranslation(['core', 'errors']);
  useEffect(() => {
    void i18n.loadNamespaces('errors');
  }, [i18n]);
  return (error) => problemSentence(t, error);
}

/** The number that lets an operator find this request in the logs; null when the server never saw it. */
export function traceOf(error: unknown): string | null {
  return error instanceof ApiProblem ? (error.problem.traceId ?? null) : null;
}
