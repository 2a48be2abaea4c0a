import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import type { FeaturePage } from '../../shared/routing/feature-routes.js';
import { useCan, useSession } from '../../shared/session/use-session.js';
import { Dialog } from '../../ui/dialog.js';
import { currentRoom } from '../nav/current-room.js';
import { RailLink } from '../nav/rail-link.js';
import { staffRooms } from '../nav/staff-rooms.js';
import { TopBar } from './top-bar.js';

/** The staff's room: rooms by task at the left, the page at the right; on a phone the rooms are behind the menu button. */
export function StaffLayout({ pages }: { readonly pages: readonly FeaturePage[] }) {
  const { t } = useTranslation('core');
  const { me } = useSession();
  const rooms = staffRooms(pages, useCan());
  const { pathname } = useLocation();
  // Which page the menu was opened on: going to another page closes it by itself.
  const [menuOn, setMenuOn] = useState<string | null>(null);
  const current = currentRoom(rooms.map((room) => room.path), pathname);
  const links = rooms.map((room) => <RailLink key={room.path} to={room.path} icon={room.icon} label={t(room.label)} current={room.path === current} />);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar searchable={false} room={me?.agency.shortName ?? t('shell.staffRoom')} onMenu={() => setMenuOn(pathname)} />
      <div className="flex grow">
        <nav aria-label={t('shell.main')} className="sticky top-15 hidden h-[calc(100dvh-3.75rem)] w-60 shrink-0 flex-col gap-1 overflow-y-auto border-e border-line bg-sunken p-3 lg:flex print:hidden">
          {links}
        </nav>
        <main id="isi" tabIndex={-1} className="w-full min-w-0 grow px-4 pt-6 pb-16 sm:px-6 lg:px-10">
          <div className="mx-auto max-w-[1320px]">
            <Outlet />
          </div>
        </main>
      </div>
      <Dialog open={menuOn === pathname} onClose={() => setMenuOn(null)} title={t('shell.staffRoom')}>
        <nav aria-label={t('shell.main')} className="grid gap-1 pb-5">
          {links}
        </nav>
      </Dialog>
    </div>
  );
}
