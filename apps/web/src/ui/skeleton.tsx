import { useTranslation } from 'react-i18next';
import { cx } from './cx.js';

/** A grey stand-in with the size of what is coming; give it height and width classes. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden="true" className={cx('block animate-[shimmer_1.4s_ease-in-out_infinite] rounded-sm bg-hover', className ?? 'h-4')} />;
}

/** Lines of text that are coming. */
export function SkeletonText({ lines = 3 }: { readonly lines?: number }) {
  return (
    <Loading>
      <div className="grid gap-2.5">
        {Array.from({ length: lines }, (_, index) => (
          <Skeleton key={index} className={cx('h-4', index === lines - 1 ? 'w-2/3' : 'w-full')} />
        ))}
      </div>
    </Loading>
  );
}

/** Cards of a catalogue or list that are coming. */
export function SkeletonCards({ count = 6 }: { readonly count?: number }) {
  return (
    <Loading>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className="overflow-hidden rounded-card border border-line bg-surface">
            <Skeleton className="aspect-[16/9] rounded-none" />
            <div className="grid gap-2.5 p-4">
              <Skeleton className="h-5 w-4/5" />
              <Skeleton className="h-4 w-1/2" />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** Rows of a table that are coming. */
export function SkeletonRows({ count = 8 }: { readonly count?: number }) {
  return (
    <Loading>
      <div className="divide-y divide-line rounded-card border border-line bg-surface">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className="flex h-13 items-center gap-4 px-4">
            <Skeleton className="h-4 w-1/3" />
            <Skeleton className="h-4 w-1/5" />
            <Skeleton className="ms-auto h-4 w-16" />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** A whole page that is coming: header and content. */
export function SkeletonPage() {
  return (
    <Loading>
      <div className="grid gap-6">
        <div className="grid gap-3">
          <Skeleton className="h-8 w-2/3 max-w-96" />
          <Skeleton className="h-4 w-1/2 max-w-72" />
        </div>
        <Skeleton className="h-40 rounded-card" />
        <Skeleton className="h-24 rounded-card" />
      </div>
    </Loading>
  );
}

function Loading({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation('core');
  return (
    <div aria-busy="true">
      <span className="sr-only" role="status">
        {t('loading')}
      </span>
      {children}
    </div>
  );
}
