import { NetworkProblem } from '@pamong/contract/client';
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { traceOf, useProblemSentence } from '../shared/api/problem-sentence.js';
import { Button } from './button.js';
import { Illustration } from './illustrations/illustration.js';

export interface ErrorStateProps {
  readonly error: unknown;
  /** What could not be done: "Katalog belum dapat dibuka". */
  readonly title?: ReactNode;
  readonly onRetry?: () => void;
  readonly action?: ReactNode;
  /** What is missing: a whole `page` (its title is the page's h1), a `part` of one, or what stands in a `card` beside others. */
  readonly place?: 'page' | 'part' | 'card';
}

/** In the place of what could not be shown: what happened, why, what to do, and a way to try again. */
export function ErrorState({ error, title, onRetry, action, place = 'part' }: ErrorStateProps) {
  const { t } = useTranslation('core');
  const sentence = useProblemSentence();
  const trace = traceOf(error);
  const Title = place === 'page' ? 'h1' : 'h2';
  if (place === 'card') {
    return (
      <div role="alert" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5 rounded-control bg-sunken p-3.5 text-sm">
        <p className="min-w-0 grow basis-48">
          <strong className="block">{title ?? t('errorState.part')}</strong>
          <span className="text-ink-soft">{sentence(error)}</span>
        </p>
        {onRetry && (
          <Button tone="secondary" size="small" icon={<RotateCw aria-hidden="true" className="size-4" />} onClick={onRetry}>
            {t('errorState.retry')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-4 py-10 text-center">
      <Illustration drawing={error instanceof NetworkProblem ? 'offline' : 'broken'} />
      <Title className="mt-5 text-lg">{title ?? t('errorState.title')}</Title>
      <p className="mt-1.5 text-ink-soft">{sentence(error)}</p>
      <div className="mt-5 flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button tone="secondary" icon={<RotateCw aria-hidden="true" className="size-4" />} onClick={onRetry}>
            {t('errorState.retry')}
          </Button>
        )}
        {action}
      </div>
      {trace && <p className="mt-4 text-xs text-ink-faint">{t('errorState.trace', { trace })}</p>}
    </div>
  );
}
