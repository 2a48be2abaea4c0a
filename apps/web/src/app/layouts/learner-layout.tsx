import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import type { FeaturePage } from '../../shared/routing/feature-routes.js';
import { useSession } from '../../shared/session/use-session.js';
import { cx } from '../../ui/cx.js';
import { currentRoom } from '../nav/current-room.js';
import { type LearnerRoom, learnerRooms } from '../nav/learner-rooms.js';
import { RailLink } from '../nav/rail-link.js';
import { TopBar } from './top-bar.js';

/** The learner's room: a bar of five at the thumb on a phone, a rail at the left on a desktop. The catalogue is open to everyone, so visitors see the frame without the rooms. */
export function LearnerLayout({ pages }: { readonly pages: readonly FeaturePage[] }) {
  const { t } = useTranslation('core');
  const { me } = useSession();
  const all = learnerRooms(pages);
  const rooms = me ? all : [];
  const current = currentRoom(rooms.map((room) => room.path), useLocation().pathname);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar searchable={all.some((room) => room.path === '/katalog')} />
      <div className="flex grow">
        {rooms.length > 0 && (
          <nav aria-label={t('shell.main')} className="sticky top-15 hidden h-[calc(100dvh-3.75rem)] w-56 shrink-0 flex-col gap-1 border-e border-line p-3 lg:flex print:hidden">
            {rooms.map((room) => (
              <RailLink key={room.path} to={room.path} icon={room.icon} label={t(room.label)} current={room.path === current} />
            ))}
          </nav>
        )}
        <main id="isi" tabIndex={-1} className={cx('mx-auto w-full max-w-[1200px] min-w-0 grow px-4 pt-6 sm:px-6 lg:px-8', rooms.length > 0 ? 'pb-28 lg:pb-16' : 'pb-16')}>
          <Outlet />
        </main>
      </div>
      {rooms.length > 0 && <BottomBar rooms={rooms} />}
    </div>
  );
}

function BottomBar({ rooms }: { readonly rooms: readonly LearnerRoom[] }) {
  const { t } = useTranslation('core');
  return (
    <nav aria-label={t('shell.main')} className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden">
      {rooms.map(({ path, icon: Icon, label }) => (
        <NavLink
          key={path}
          to={path}
          className={({ isActive }) => cx('flex min-h-15 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-[0.6875rem]', isActive ? 'font-bold text-primary-ink' : 'font-medium text-ink-soft')}
        >
          {({ isActive }) => (
            <>
              <span className={cx('flex h-7 w-13 items-center justify-center rounded-full transition-colors', isActive && 'bg-primary-soft')}>
                <Icon aria-hidden="true" className="size-5.5" strokeWidth={isActive ? 2.2 : 1.8} />
              </span>
              {t(label)}
            </>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
