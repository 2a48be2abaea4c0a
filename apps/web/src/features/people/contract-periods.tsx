import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { IconButton } from '../../ui/icon-button.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import type { PersonData } from './person-form.js';

interface Period {
  startsOn: string;
  endsOn: string;
}

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
      {adding && <AddPeriod personId={personId} onClose={() => setAdding(false)} onAdded={changed} />}
    </Section>
  );
}

function AddPeriod({ personId, onClose, onAdded }: { readonly personId: string; readonly onClose: () => void; readonly onAdded: () => Promise<void> }) {
  const { t } = useTranslation('people');
  const id = useId();
  const form = useContractForm<Period>({
    defaultValues: { startsOn: '', endsOn: '' },
    schema: () => import('@pamong/contract/people').then((contract) => contract.ContractPeriod),
    onSubmit: async (body) => {
      await api.people.setContract({ params: { personId }, body });
      await onAdded();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('contracts.addTitle')}
      description={t('contracts.addText')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" form={id} busy={form.formState.isSubmitting}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void form.submit(event)}>
        <FormErrors faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} labels={{ startsOn: t('contracts.startsOn'), endsOn: t('contracts.endsOn') }} />
        <div className="grid gap-4 sm:grid-cols-2">
          {(['startsOn', 'endsOn'] as const).map((name) => (
            <Field key={name} name={name} label={t(`contracts.${name}`)} error={form.errorOf(name)} required>
              {(control) => <TextInput {...control} {...form.register(name)} type="date" />}
            </Field>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
