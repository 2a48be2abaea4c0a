import type { ImportBatchPage } from '@pamong/contract/imports';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { readImportsAgain } from './use-batch.js';

/** What can be done with the batch now. */
export function BatchActions({ batch }: { readonly batch: ImportBatchPage }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [undoing, setUndoing] = useState(false);
  const params = { batchId: batch.id };
  const again = () => readImportsAgain(client);
  const apply = useMutation({ mutationFn: () => api.imports.apply({ params }), onSuccess: again });
  const undo = useMutation({ mutationFn: () => api.imports.undo({ params }), onSuccess: again, onSettled: () => setUndoing(false) });
  const discard = useMutation({
    mutationFn: () => api.imports.discard({ params }),
    onSuccess: async () => {
      await navigate('/kelola/pegawai/impor');
      client.removeQueries({ queryKey: ['imports', 'get'] });
      await client.invalidateQueries({ queryKey: ['imports', 'list'] });
    },
  });
  const { can, counts } = batch;
  const error = apply.error ?? undo.error ?? discard.error;
  if (!can.apply && !can.map && !can.undo && !can.discard) return null;
  const rows = format.number(counts.new + counts.changed);
  return (
    <div className="grid gap-3">
      {error && (
        <Notice tone="danger" live>
          {sentence(error)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2 max-sm:[&>*]:grow">
        {can.apply && (
          <Button busy={apply.isPending} onClick={() => apply.mutate()}>
            {t('actions.apply', { count: counts.new + counts.changed, rows })}
          </Button>
        )}
        {can.map && (
          <LinkButton tone="secondary" to="?langkah=kolom">
            {t('actions.map')}
          </LinkButton>
        )}
        {can.discard && (
          <Button tone="secondary" busy={discard.isPending} onClick={() => discard.mutate()}>
            {t('actions.discard')}
          </Button>
        )}
        {can.undo && (
          <Button tone="secondary" onClick={() => setUndoing(true)}>
            {t('actions.undo')}
          </Button>
        )}
      </div>
      <Dialog
        open={undoing}
        onClose={() => setUndoing(false)}
        title={t('undo.title')}
        description={t('undo.text', { rows: format.number(counts.applied) })}
        actions={
          <>
            <Button tone="secondary" onClick={() => setUndoing(false)}>
              {t('undo.cancel')}
            </Button>
            <Button tone="danger" busy={undo.isPending} onClick={() => undo.mutate()}>
              {t('undo.submit')}
            </Button>
          </>
        }
      />
    </div>
  );
}
