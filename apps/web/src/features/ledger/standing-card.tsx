import type { JpStanding } from '@pamong/contract/ledger';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useLive } from '../../shared/live/use-live.js';
import { Card } from '../../ui/card.js';
import { JpRing, JpTally } from '../../ui/jp-ring.js';
import { TextLink } from '../../ui/link-button.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';

/**
 * The lesson hours of the period that counts, for the learner's home: a ring for those who are owed a minimum, a neutral count for those with a
 * ceiling. Moves by itself when the ledger does. Needs the texts of `ledger`.
 * @param linked leads on to the record; leave out where the record is already on the page
 */
export function StandingCard({ linked = true }: { readonly linked?: boolean }) {
  const { t } = useTranslation('ledger');
  const client = useQueryClient();
  const query = routeQuery('ledger', 'standing');
  const standing = useQuery(query);
  const refresh = () => void client.invalidateQueries({ queryKey: ['ledger'] });
  useLive('ledger.changed', refresh, refresh);
  return (
    <Card as="section" className="h-full">
      <h2 className="text-base">{t('standing.title')}</h2>
      <div className="mt-3">
        <QueryState query={standing} place="card" skeleton={<SkeletonText lines={3} />} errorTitle={t('standing.failed')}>
          {(found) => <Standing standing={found} />}
        </QueryState>
      </div>
      {linked && (
        <p className="mt-4 text-sm">
          <TextLink to="/jp">{t('standing.open')}</TextLink>
        </p>
      )}
    </Card>
  );
}

function Standing({ standing }: { readonly standing: z.output<typeof JpStanding> }) {
  const { t } = useTranslation('ledger');
  const format = useFormat();
  const { rule, recorded, counted, target, period } = standing;
  if (rule === 'minimum') {
    const left = target - recorded;
    return (
      <div className="flex flex-wrap items-center gap-5">
        <JpRing jp={recorded} goal={target} />
        <p className="min-w-0 grow basis-40 text-ink-soft">{left > 0 ? t('standing.minimum_left', { left, target }) : t('standing.minimum_done', { target })}</p>
      </div>
    );
  }
  if (rule === 'none') return <p className="text-ink-soft">{t('standing.none', { recorded })}</p>;
  return (
    <>
      <JpTally jp={recorded} counted={counted} />
      <p className="mt-1 text-sm text-ink-soft">
        {period.kind === 'contract_year' ? t('standing.ceiling', { from: format.date(period.from), until: format.date(period.until) }) : t('standing.ceilingCalendar', { year: period.from.slice(0, 4) })}
      </p>
    </>
  );
}
