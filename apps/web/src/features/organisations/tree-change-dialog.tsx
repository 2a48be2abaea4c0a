import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { SearchedChoice } from './searched-choice.js';
import { TreeChangePreview } from './tree-change-preview.js';
import { type Unit, unitPath, useTreeChanged } from './use-unit.js';

interface TreeChangeProps {
  readonly unit: Unit;
  readonly kind: 'move' | 'merge';
  readonly onClose: () => void;
}

/** Moves a unit, or merges it into another: first the target, then whom it touches, then the deed. */
export function TreeChangeDialog({ unit, kind, onClose }: TreeChangeProps) {
  const { t } = useTranslation('organisations');
  const [intoId, setIntoId] = useState('');
  const sentence = useProblemSentence();
  const changed = useTreeChanged();
  const navigate = useNavigate();
  const request = { params: { organisationId: unit.id }, query: { intoId } };
  const preview = useQuery({ ...routeQuery('organisations', kind === 'move' ? 'previewMove' : 'previewMerge', request), enabled: intoId !== '', staleTime: 0 });
  const act = useMutation({
    mutationFn: () => api.organisations[kind]({ params: request.params, body: { intoId } }),
    onSuccess: async (now) => {
      await changed();
      toast({ text: t(`change.${kind}Done`, { name: unit.name }), tone: 'success' });
      onClose();
      await navigate(unitPath(now.id));
    },
  });
  const ready = preview.data !== undefined && preview.data.obstacle === null && !preview.isFetching;
  return (
    <Dialog
      open
      insistent
      wide
      onClose={onClose}
      title={t(`change.${kind}Title`, { name: unit.name })}
      description={t(`change.${kind}Text`)}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button tone={kind === 'merge' ? 'danger' : 'primary'} disabled={!ready} busy={act.isPending} onClick={() => act.mutate()}>
            {t(`actions.${kind}`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TargetField label={t(`change.${kind}Into`)} value={intoId} onValue={setIntoId} />
        {act.error && (
          <Notice tone="danger" live>
            {sentence(act.error)}
          </Notice>
        )}
        {intoId !== '' && (
          <QueryState query={preview} skeleton={<SkeletonText lines={4} />} errorTitle={t('change.previewFailed')}>
            {(data) => <TreeChangePreview preview={data} kind={kind} />}
          </QueryState>
        )}
      </div>
    </Dialog>
  );
}

function TargetField({ label, value, onValue }: { readonly label: string; readonly value: string; readonly onValue: (id: string) => void }) {
  const { t } = useTranslation('organisations');
  const [text, setText] = useState('');
  const found = useQuery({ ...routeQuery('organisations', 'search', { query: { q: text } }), enabled: text !== '', placeholderData: keepPreviousData });
  const options = (found.data?.items ?? []).map((unit) => ({ value: unit.id, label: [unit.name, unit.way.at(-1)?.name].filter(Boolean).join(' · ') }));
  return (
    <Field name="into" label={label} hint={t('change.intoHint')}>
      {(control) => (
        <SearchedChoice control={control} value={value} options={options} onSearch={setText} onValue={onValue} emptyText={t(text === '' ? 'heads.typeMore' : 'tree.noneFound')} />
      )}
    </Field>
  );
}
