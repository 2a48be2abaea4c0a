import { Menu as MenuIcon, Search } from 'lucide-react';
import { type ComponentType, type ReactNode, Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { loginPath } from '../../shared/routing/return-path.js';
import { useSession } from '../../shared/session/use-session.js';
import { IconButton } from '../../ui/icon-button.js';
import { LinkButton } from '../../ui/link-button.js';
import { Wordmark } from '../../ui/logo.js';
import { SearchInput } from '../../ui/text-input.js';
import { AccountMenu } from './account-menu.js';

// Comes after the page: it asks the server of its own. Where its code cannot be fetched there is no bell.
const InboxBell = lazy<ComponentType>(() => import('./inbox-bell.js').catch(() => ({ default: () => null })));

export interface TopBarProps {
  /** Opens the left navigation where it is hidden. */
  readonly onMenu?: () => void;
  /** The name of the room, beside the mark. */
  readonly room?: ReactNode;
  /** The catalogue exists, so it can be searched. */
  readonly searchable: boolean;
}

/** The top of every page: the way home, search, account. */
export function TopBar({ onMenu, room, searchable }: TopBarProps) {
  const { t } = useTranslation('core');
  const { me, pending } = useSession();
  const { pathname, search } = useLocation();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper/95 backdrop-blur-sm print:hidden">
      <div className="flex h-15 items-center gap-2 px-4 lg:px-6">
        {onMenu && <IconButton label={t('shell.main')} icon={<MenuIcon aria-hidden="true" className="size-5" />} className="-ms-2 lg:hidden" onClick={onMenu} />}
        <Link to={me ? '/beranda' : '/'} aria-label="Pamong" className="inline-flex min-h-11 items-center rounded-control">
          <Wordmark />
        </Link>
        {room && <span className="ms-1 hidden border-s border-line ps-3 text-sm text-ink-soft sm:inline">{room}</span>}
        <div className="ms-auto flex items-center gap-1">
          {/* The catalogue has its own, better search. */}
          {searchable && pathname !== '/katalog' && <CatalogueSearch />}
          {!me && !pending && pathname !== '/masuk' && (
            <LinkButton to={loginPath(pathname + search)} size="small" className="order-last ms-1">
              {t('shell.signIn')}
            </LinkButton>
          )}
          {me && (
            <Suspense fallback={<span className="size-11" />}>
              <InboxBell />
            </Suspense>
          )}
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}

function CatalogueSearch() {
  const { t } = useTranslation('core');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <>
      <form
        role="search"
        className="hidden w-64 md:block lg:w-80"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate(text.trim() ? `/katalog?q=${encodeURIComponent(text.trim())}` : '/katalog');
        }}
      >
        <SearchInput label={t('shell.search')} value={text} onValue={setText} />
      </form>
      <Link to="/katalog?cari=1" aria-label={t('shell.search')} className="inline-flex size-11 items-center justify-center rounded-control text-ink-soft hover:bg-hover md:hidden">
        <Search aria-hidden="true" className="size-5" />
      </Link>
    </>
  );
}
