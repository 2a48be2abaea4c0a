import type { Playback } from '@pamong/contract/media';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { readCaptions } from './captions.rules.js';

/** The captions as text to read, fetched when somebody opens it: for those who cannot play the recording. */
export function Transcript({ playback, onSeek }: { readonly playback: Playback; readonly onSeek: (seconds: number) => void }) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const [language] = useLanguage();
  const [open, setOpen] = useState(false);
  const captions = playback.captions.find((one) => one.language === language) ?? playback.captions[0];
  const address = captions ? playback.base + captions.file : '';
  const query = useQuery({
    queryKey: ['captions', captions?.file ?? ''],
    enabled: open && captions !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => readCaptions(await (await fetch(address, { signal })).text()),
  });
  if (!captions) return null;
  return (
    <details className="mt-6 rounded-card border border-line bg-surface" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 px-4 py-3 font-semibold">{t('transcript.title')}</summary>
      <div className="border-t border-line px-2 py-2">
        {query.isPending && <SkeletonText lines={5} />}
        {query.isError && <p className="px-2 py-2 text-sm text-ink-soft">{t('transcript.failed')}</p>}
        <ol>
          {query.data?.map((cue) => (
            <li key={cue.from}>
              <button type="button" onClick={() => onSeek(cue.from)} className="flex min-h-11 w-full items-baseline gap-3 rounded-control px-2 py-2 text-start text-sm hover:bg-hover">
                <span className="tabular w-12 shrink-0 text-ink-soft">{format.position(Math.floor(cue.from))}</span>
                <span>{cue.words}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
