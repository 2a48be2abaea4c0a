import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../shared/live/use-live.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useSlots } from '../../shared/slots/slots.js';
import { type Me, useMe } from '../../shared/session/use-session.js';
import { Section } from '../../ui/card.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ContinueCard } from './continue-card.js';
import { DueList } from './due-list.js';
import { News } from './news.js';
import { daytimeAt } from './daytime.rules.js';

/** "What should I do now?" for a learner: go on, the year's lesson hours, what waits, what is new. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const me = useMe();
  const { homeStanding: Standing } = useSlots();
  const client = useQueryClient();
  const mine = useQuery(routeQuery('enrolments', 'mine'));
  const readAgain = () => void client.invalidateQueries({ predicate: ({ queryKey }) => ['ledger', 'learning', 'enrolments', 'messages'].includes(String(queryKey[0])) });
  useLive('messages.arrived', readAgain, readAgain);
  return (
    <>
      <header className="mb-6">
        <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
          <Greeting me={me} />
        </h1>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ContinueCard query={mine} />
        {Standing && (
          <Suspense fallback={<Skeleton className="h-48 w-full" />}>
            <Standing />
          </Suspense>
        )}
        <Section title={t('due.title')}>
          <DueList />
        </Section>
        <Section title={t('news.title')}>
          <News />
        </Section>
      </div>
    </>
  );
}

function Greeting({ me }: { readonly me: Me }) {
  const { t } = useTranslation('home');
  const name = me.sex === null ? me.name : t(`address.${me.sex}`, { name: me.name });
  return <>{t(`greeting.${daytimeAt(new Date(), me.timeZone)}`, { name })}</>;
}
