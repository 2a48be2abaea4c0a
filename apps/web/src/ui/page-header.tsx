import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export interface Crumb {
  readonly label: ReactNode;
  readonly to: string;
}

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** The way up, outermost first; the page itself is not in it. */
  readonly crumbs?: readonly Crumb[];
  readonly children?: ReactNode;
  /** The one primary action of the page, perhaps with quiet ones. */
  readonly action?: ReactNode;
  readonly badges?: ReactNode;
}

/** The top of every page: the only h1, the way up, one main action. A navigation puts the focus on the title. */
export function PageHeader({ title, crumbs = [], children, action, badges }: PageHeaderProps) {
  const { t } = useTranslation('core');
  const up = crumbs.at(-1);
  return (
    <header className="mb-6">
      {up && (
        <nav aria-label={t('breadcrumb')} className="mb-1.5 text-sm text-ink-soft">
          <Link to={up.to} className="-ms-1 inline-flex min-h-11 items-center gap-1 hover:text-ink sm:hidden">
            <ChevronLeft aria-hidden="true" className="size-4" />
            {up.label}
          </Link>
          <ol className="hidden flex-wrap items-center gap-1 sm:flex">
            {crumbs.map((crumb) => (
              <li key={crumb.to} className="flex items-center gap-1">
                <Link to={crumb.to} className="py-1 underline-offset-4 hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden="true" className="size-3.5 text-ink-faint" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 max-w-3xl">
          <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
            {title}
          </h1>
          {badges && <div className="mt-2.5 flex flex-wrap gap-2">{badges}</div>}
          {children && <div className="mt-2 text-ink-soft">{children}</div>}
        </div>
        {action && <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:[&>*]:grow">{action}</div>}
      </div>
    </header>
  );
}
