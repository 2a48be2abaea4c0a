import type { ImportBatchPage } from '@pamong/contract/imports';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { Select } from '../../ui/select.js';

/** Which header of the file fills which column; the agency's next file is matched in the same way. */
export function MappingForm({ batch }: { readonly batch: ImportBatchPage }) {
  const { t } = useTranslation('imports');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [, setQuery] = useSearchParams();
  const [mapping, setMapping] = useState<Readonly<Record<string, number>>>(batch.mapping);
  const save = useMutation({
    mutationFn: () => api.imports.map({ params: { batchId: batch.id }, body: { mapping } }),
    onSuccess: async () => {
      setQuery({});
      await client.invalidateQueries({ queryKey: ['imports'] });
    },
  });
  const missing = batch.columns.filter((column) => column.required && mapping[column.key] === undefined);
  const choose = (key: string, value: string) =>
    setMapping((before) => {
      const index = Number(value);
      // A header fills one column: taking it here takes it away there.
      const rest = Object.entries(before).filter(([other, at]) => other !== key && (value === '' || at !== index));
      return Object.fromEntries(value === '' ? rest : [...rest, [key, index]]);
    });
  const options = batch.headers.flatMap(({ title, samples }, index) => (title === '' && samples.length === 0 ? [] : [{ value: String(index), label: title === '' ? t('mapping.unnamed', { number: index + 1 }) : title }]));
  return (
    <div className="grid gap-5">
      <Notice tone={missing.length > 0 ? 'warning' : 'info'} title={missing.length > 0 ? t('mapping.missing', { columns: missing.map(({ title }) => title).join(', ') }) : t('mapping.title')}>
        {t('mapping.text')}
      </Notice>
      <Card>
        <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          {batch.columns.map((column) => {
            const at = mapping[column.key];
            const samples = at === undefined ? [] : [...new Set(batch.headers[at]?.samples)].slice(0, 2);
            return (
              <Field key={column.key} name={column.key} label={column.title} required={column.required} hint={samples.length > 0 ? t('mapping.samples', { samples: samples.join(' · ') }) : undefined}>
                {(control) => <Select {...control} placeholder={t('mapping.none')} options={options} value={at === undefined ? '' : String(at)} onChange={(event) => choose(column.key, event.target.value)} />}
              </Field>
            );
          })}
        </div>
      </Card>
      {save.error && (
        <Notice tone="danger" live>
          {sentence(save.error)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2 max-sm:[&>*]:grow">
        <Button busy={save.isPending} disabled={missing.length > 0} onClick={() => save.mutate()}>
          {t('mapping.save')}
        </Button>
        {batch.state === 'checked' && (
          <LinkButton tone="secondary" to="?">
            {t('mapping.back')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
