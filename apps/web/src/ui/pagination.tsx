import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../shared/format/use-format.js';
import { buttonStyle } from './button-style.js';

export interface PaginationProps {
  /** Counts from 1. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** The query parameter that holds the page. */
  readonly name?: string;
}

/** Earlier and later, as links, so that a page has an address. */
export function Pagination({ page, size, total, name = 'page' }: PaginationProps) {
  const { t } = useTranslation('core');
  const format = useFormat();
  const [query] = useSearchParams();
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1) return null;
  const to = (target: number) => {
    const next = new URLSearchParams(query);
    if (target === 1) next.delete(name);
    else next.set(name, String(target));
    return `?${next.toString()}`;
  };
  return (
    <nav aria-label={t('pagination.label')} className="mt-5 flex flex-wrap items-center justify-between gap-3 text-sm">
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev" className={buttonStyle('secondary', 'small', false)}>
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t('pagination.earlier')}
        </Link>
      ) : <span />}
      <p className="tabular text-ink-soft max-sm:-order-1 max-sm:w-full max-sm:text-center">
        {t('pagination.range', { from: format.number((page - 1) * size + 1), to: format.number(Math.min(total, page * size)), total: format.number(total) })}
      </p>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next" className={buttonStyle('secondary', 'small', false)}>
          {t('pagination.later')}
          <ChevronRight aria-hidden="true" className="size-4" />
        </Link>
      ) : <span />}
    </nav>
  );
}
