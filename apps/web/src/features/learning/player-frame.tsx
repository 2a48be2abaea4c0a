import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Progress } from '../../ui/progress.js';
import { ErrorState } from '../../ui/error-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { Skeleton, SkeletonPage } from '../../ui/skeleton.js';
import { Outline } from './outline.js';
import { type Player, usePlayer } from './use-player.js';

export interface PlayerFrameProps {
  readonly currentId?: string;
  readonly children: (player: Player, refresh: () => void) => ReactNode;
  /** Buttons that stay within reach of a thumb. */
  readonly footer?: (player: Player, refresh: () => void) => ReactNode;
}

/** Around every page of a course: title and progress above, outline at the left (below on a phone), the page in the middle. */
export function PlayerFrame({ currentId, children, footer }: PlayerFrameProps) {
  const { courseId, player, error, retry, refresh } = usePlayer();
  const { t } = useTranslation('learning');
  if (!player) {
    return (
      <div className="flex min-h-dvh flex-col">
        <Head>{!error && <Skeleton className="h-5 w-56 max-w-full" />}</Head>
        <div className="mx-auto w-full max-w-[52rem] px-4 py-6 sm:px-8 lg:py-9">
          {error ? (
            <ErrorState
              error={error}
              place="page"
              title={t('player.failed')}
              onRetry={retry}
              action={
                <LinkButton tone="quiet" to={`/pelatihan/${courseId}`}>
                  {t('player.toCoursePage')}
                </LinkButton>
              }
            />
          ) : (
            <SkeletonPage />
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="flex min-h-dvh flex-col">
      <Head>
        <Link to={`/belajar/${courseId}`} className="block truncate font-bold hover:underline">
          {player.course.title}
        </Link>
        <Progress
          share={player.lessons.length === 0 ? 0 : player.done / player.lessons.length}
          label={t('player.progress')}
          note={t('player.doneOf', { done: player.done, total: player.lessons.length })}
          className="mt-1 max-w-md"
        />
      </Head>
      <div className="mx-auto flex w-full max-w-[1280px] grow flex-col lg:flex-row">
        <aside className="order-2 border-t border-line p-3 lg:sticky lg:top-[4.6rem] lg:order-1 lg:h-[calc(100dvh-4.6rem)] lg:w-80 lg:shrink-0 lg:overflow-y-auto lg:border-t-0 lg:border-e lg:py-5">
          <Outline player={player} {...(currentId === undefined ? {} : { currentId })} />
        </aside>
        <div className="order-1 flex min-w-0 grow flex-col lg:order-2">
          <div className="mx-auto w-full max-w-[52rem] grow px-4 py-6 sm:px-8 lg:py-9">{children(player, refresh)}</div>
          {footer && (
            <div className="sticky bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
              <div className="mx-auto flex max-w-[52rem] items-center justify-between gap-3 px-4 py-2.5 sm:px-8">{footer(player, refresh)}</div>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** The bar above a course: the way back is there before the course is, and when it does not come. */
function Head({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('learning');
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface">
      <div className="mx-auto flex max-w-[1280px] items-center gap-2 px-2 py-2 sm:px-5">
        <Link to="/belajar" aria-label={t('player.back')} className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken">
          <ArrowLeft aria-hidden="true" className="size-5" />
        </Link>
        <div className="min-w-0 grow">{children}</div>
      </div>
    </header>
  );
}
