import type { VideoContent } from '@pamong/contract/video';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { cx } from '../../ui/cx.js';

/** Named places of the recording; each is a button that plays from there. */
export function ChapterList({ chapters, positionMs, onSeek }: { readonly chapters: VideoContent['chapters']; readonly positionMs: number; readonly onSeek: (seconds: number) => void }) {
  const { t } = useTranslation('video');
  const format = useFormat();
  const current = chapters.findLastIndex((chapter) => chapter.start * 1_000 <= positionMs);
  return (
    <section aria-labelledby="chapters" className="mt-6">
      <h2 id="chapters" className="text-lg">
        {t('chapters.title')}
      </h2>
      <ol className="mt-2 divide-y divide-line rounded-card border border-line bg-surface">
        {chapters.map((chapter, index) => (
          <li key={chapter.start}>
            <button
              type="button"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onSeek(chapter.start)}
              className={cx('flex min-h-11 w-full items-baseline gap-3 px-4 py-2.5 text-start text-sm transition-colors hover:bg-hover', index === current && 'font-semibold text-primary-ink')}
            >
              <span className="tabular w-12 shrink-0 text-ink-soft">{format.position(chapter.start)}</span>
              <span>{chapter.title}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
