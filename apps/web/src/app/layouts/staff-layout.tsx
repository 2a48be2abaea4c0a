import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import type { FeaturePage } from '../../shared/routing/feature-routes.js';
import { useCan, useSession } from '../../shared/session/use-session.js';
import { Dialog } from '../../ui/dialog.js';
import { currentRoom } from '../nav/current-room.js';
import { RailLink } from '../nav/rail-link.js';
import { type StaffRoomGroup, staffRoomGroups } from '../nav/staff-rooms.js';
import { TopBar } from './top-bar.js';

/** So many rooms are read at a glance; more are put under headings. */
const AT_A_GLANCE = 5;

/** The staff's room: rooms by task at the left, the page at the right; on a phone the rooms are behind the menu button. */
export function StaffLayout({ pages }: { readonly pages: readonly FeaturePage[] }) {
  const { t } = useTranslation('core');
  const { me } = useSession();
  const groups = staffRoomGroups(pages, useCan());
  const { pathname } = useLocation();
  // Which page the menu was opened on: going to another page closes it by itself.
  const [menuOn, setMenuOn] = useState<string | null>(null);
  const rooms = <Rooms groups={groups} pathname={pathname} />;
  const rail = useRef<HTMLElement>(null);
  // Where the rail is higher than the window, the room that one is in is brought into sight.
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for the effect's end.
    rail.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar searchable={false} room={me?.agency.shortName ?? t('shell.staffRoom')} onMenu={() => setMenuOn(pathname)} />
      <div className="flex grow">
        <nav ref={rail} aria-label={t('shell.main')} className="sticky top-15 hidden h-[calc(100dvh-3.75rem)] w-60 shrink-0 overflow-y-auto border-e border-line bg-sunken p-3 lg:block print:hidden">
          {rooms}
        </nav>
        <main id="isi" tabIndex={-1} className="w-full min-w-0 grow px-4 pt-6 pb-16 sm:px-6 lg:px-10">
          <div className="mx-auto max-w-[1320px]">
            <Outlet />
          </div>
        </main>
      </div>
      <Dialog open={menuOn === pathname} onClose={() => setMenuOn(null)} title={t('shell.staffRoom')}>
        <nav aria-label={t('shell.main')} className="-mx-3 pb-5">
          {rooms}
        </nav>
      </Dialog>
    </div>
  );
}

function Rooms({ groups, pathname }: { readonly groups: readonly StaffRoomGroup[]; readonly pathname: string }) {
  const { t } = useTranslation('nav');
  const id = useId();
  const paths = groups.flatMap((group) => group.rooms.map((room) => room.path));
  const current = currentRoom(paths, pathname);
  const headed = paths.length > AT_A_GLANCE;
  return (
    <div className={headed ? 'grid gap-3' : 'grid gap-1'}>
      {groups.map(({ group, rooms }) => (
        <div key={group} {...(headed && { role: 'group', 'aria-labelledby': id + group })}>
          {headed && (
            <p id={id + group} className="px-3 pb-1 text-xs font-semibold text-ink-faint">
              {t(`groups.${group}`)}
            </p>
          )}
          <ul className="grid gap-0.5">
            {rooms.map((room) => (
              <li key={room.path}>
                <RailLink to={room.path} icon={room.icon} label={t(room.label)} current={room.path === current} dense />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
