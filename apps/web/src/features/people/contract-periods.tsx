import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { IconButton } from '../../ui/icon-button.js';
import { toast } from '../../ui/toast-store.js';
import type { PersonData } from './person-form.js';

interface Period {
  startsOn: string;
  endsOn: string;
}

const AddPeriod = lazy(() => import('./add-period-dialog.js'));

/** Contract periods of a PPPK: the ceiling of JP counts within one of them. */
export function ContractPeriods({ person }: { readonly person: PersonData }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const [adding, setAdding] = useState(false);
  const { personId } = person;
  const changed = () => client.invalidateQueries({ queryKey: ['people'] });
  const range = (period: Period) => t('history.fromUntil', { from: format.date(period.startsOn), until: format.date(period.endsOn) });
  const remove = useMutation({
    mutationFn: (period: Period & { periodId: string }) => api.people.removeContract({ params: { personId, periodId: period.periodId } }),
    onSuccess: async (_, period) => {
      await changed();
      const putBack = () => void api.people.setContract({ params: { personId }, body: { startsOn: period.startsOn, endsOn: period.endsOn } }).then(changed);
      toast({ text: t('contracts.removed'), undo: putBack });
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  return (
    <Section
      title={t('contracts.title')}
      action={
        person.can.manage && (
          <Button tone="quiet" size="small" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setAdding(true)}>
            {t('contracts.add')}
          </Button>
        )
      }
    >
      <Card className="py-1!">
        {person.contractPeriods.length === 0 ? (
          <p className="py-3 text-ink-soft">{t('contracts.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {person.contractPeriods.map((period) => (
              <li key={period.periodId} className="flex items-center justify-between gap-3 py-2">
                {range(period)}
                {person.can.manage && <IconButton label={t('contracts.remove', { range: range(period) })} icon={<Trash2 aria-hidden="true" className="size-4.5" />} onClick={() => remove.mutate(period)} />}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Suspense fallback={null}>{adding && <AddPeriod personId={personId} onClose={() => setAdding(false)} onAdded={changed} />}</Suspense>
    </Section>
  );
}
