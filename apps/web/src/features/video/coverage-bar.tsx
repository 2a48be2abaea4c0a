import type { WatchState } from '@pamong/contract/video';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { gaps } from './played-log.rules.js';

const gapsShown = 6;

/** Which seconds were watched, how many the lesson asks for, and where the missing ones are. */
export function CoverageBar({ state, threshold, onSeek }: { readonly state: WatchState; readonly threshold: number; readonly onSeek: (seconds: number) => void }) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const share = (seconds: number) => `${(seconds / state.length) * 100}%`;
  const missing = gaps(state.watched, state.length);
  const percent = format.percent(state.covered / state.length);
  return (
    <section aria-label={t('coverage.title')} className="mt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm">
        <p className="font-semibold">
          {state.completed ? (
            <span className="inline-flex items-center gap-1.5 text-success-ink">
              <Check aria-hidden="true" className="size-4" />
              {t('coverage.done', { percent })}
            </span>
          ) : (
            t('coverage.now', { percent })
          )}
        </p>
        {!state.completed && <p className="text-ink-soft">{t('coverage.needed', { percent: format.percent(threshold) })}</p>}
      </div>
      <div role="img" aria-label={t('coverage.bar', { percent })} className="relative mt-2 h-3 overflow-hidden rounded-full bg-primary-soft">
        {state.watched.map(([from, until]) => (
          <div key={from} className={`absolute inset-y-0 ${state.completed ? 'bg-success' : 'bg-primary'}`} style={{ insetInlineStart: share(from), width: share(until - from) }} />
        ))}
      </div>
      {!state.completed && state.covered > 0 && missing.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-x-1 gap-y-1 text-sm text-ink-soft">
          <span>{t('coverage.missing')}</span>
          {missing.slice(0, gapsShown).map(([from, until]) => (
            <Button key={from} tone="quiet" size="small" onClick={() => onSeek(from)}>
              <span className="sr-only">{t('coverage.playGap')} </span>
              <span className="tabular">
                {format.position(from)}–{format.position(until)}
              </span>
            </Button>
          ))}
          {missing.length > gapsShown && <span>{t('coverage.more', { count: missing.length - gapsShown })}</span>}
        </div>
      )}
    </section>
  );
}
