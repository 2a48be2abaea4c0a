import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useLive } from '../../shared/live/use-live.js';

/** The way to the inbox, with the number of unread messages; it changes while one looks at it, also when another device read them. */
export default function InboxBell() {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  // The same read as the home page's news, so that home asks once.
  const { data } = useQuery(routeQuery('messages', 'list', { query: { size: 5 } }));
  const readAgain = () => void client.invalidateQueries({ queryKey: ['messages'] });
  useLive('messages.arrived', readAgain, readAgain);
  useLive('messages.read', readAgain);
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? t('shell.inboxUnread', { count: unread }) : t('shell.inbox');
  return (
    <Link to="/pesan" aria-label={label} title={label} className="relative inline-flex size-11 shrink-0 items-center justify-center rounded-control text-ink-soft transition-colors hover:bg-hover hover:text-ink">
      <Bell aria-hidden="true" className="size-5" />
      {unread > 0 && (
        <span aria-hidden="true" className="tabular absolute end-0.5 top-1 min-w-4.5 rounded-full bg-danger px-1 text-center text-[0.6875rem] leading-4.5 font-bold text-on-danger">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
