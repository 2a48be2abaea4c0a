import type { JpStanding } from '@pamong/contract/ledger';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Card } from '../../ui/card.js';
import { JpRing, JpTally } from '../../ui/jp-ring.js';
import { QueryState } from '../../ui/query-state.js';
import { Skeleton } from '../../ui/skeleton.js';

/** The lesson hours of the period: a ring towards the minimum of a PNS, a plain count for everybody else. */
export function JpCard() {
  const { t } = useTranslation('home');
  const query = useQuery(routeQuery('ledger', 'standing'));
  return (
    <Card as="section">
      <h2 className="text-lg">{t('jp.title')}</h2>
      <QueryState query={query} skeleton={<Skeleton className="mt-4 h-32 w-full" />}>
        {(standing) => <Standing standing={standing} />}
      </QueryState>
    </Card>
  );
}

function Standing({ standing }: { readonly standing: z.output<typeof JpStanding> }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { rule, recorded, counted, target, period } = standing;
  const missing = Math.max(0, target - recorded);
  return (
    <div className="mt-4">
      {rule === 'minimum' ? (
        <div className="flex items-center gap-5">
          <JpRing jp={recorded} goal={target} />
          <p className="text-sm text-ink-soft">{missing === 0 ? t('jp.reached') : t('jp.toGo', { jp: format.number(missing) })}</p>
        </div>
      ) : rule === 'ceiling' ? (
        <JpTally jp={recorded} counted={counted} />
      ) : (
        <p>
          <span className="tabular text-3xl font-extrabold">{format.number(recorded)}</span> <span className="text-ink-soft">{t('jp.recorded')}</span>
        </p>
      )}
      <p className="mt-3 text-sm text-ink-soft">{t(`jp.period.${period.kind}`, { from: format.shortDate(period.from), until: format.shortDate(period.until) })}</p>
    </div>
  );
}
