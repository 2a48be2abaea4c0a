import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { toast } from '../../ui/toast-store.js';
import LikelySame, { mergePath } from './likely-same.js';
import type { MergePreviewData } from './merge-preview.js';
import { MergeConflicts, MergeLines, MergeSides } from './merge-preview.js';
import type { PersonData } from './person-form.js';
import { PersonPicker } from './pickers.js';

/** "Gabungkan catatan": choose the other record of a person, see what would become of both, and confirm. */
export default function MergePage() {
  const { t } = useTranslation('people');
  const { personId = '' } = useParams();
  const otherId = useSearchParams()[0].get('dengan');
  const person = useQuery(routeQuery('people', 'get', { params: { personId } }));
  return (
    <QueryState query={person} errorTitle={t('person.failed')}>
      {(data) =>
        data.personId === personId ? (
          <>
            <PageHeader
              title={t('merge.title')}
              crumbs={[
                { label: t('list.title'), to: '/kelola/pegawai' },
                { label: data.fullName, to: `/kelola/pegawai/${personId}` },
              ]}
            >
              {t('merge.lead')}
            </PageHeader>
            {otherId === null ? <ChooseOther person={data} /> : <Compare key={`${personId} ${otherId}`} keptId={personId} goneId={otherId} />}
          </>
        ) : (
          <Navigate replace to={`/kelola/pegawai/${data.personId}`} />
        )
      }
    </QueryState>
  );
}

function ChooseOther({ person }: { readonly person: PersonData }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  return (
    <>
      <LikelySame personId={person.personId} />
      <Card className="max-w-2xl">
        <Field name="other" label={t('merge.other', { name: person.fullName })} hint={t('merge.otherHint')}>
          {(control) => <PersonPicker control={control} value="" exceptId={person.personId} onValue={(otherId) => otherId !== '' && void navigate(mergePath(person.personId, otherId))} />}
        </Field>
      </Card>
    </>
  );
}

function Compare({ keptId, goneId }: { readonly keptId: string; readonly goneId: string }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const preview = useQuery({ ...routeQuery('merging', 'preview', { params: { personId: keptId, otherId: goneId } }), staleTime: 0 });
  return (
    <QueryState query={preview} errorTitle={t('merge.failed')}>
      {(data) => (
        <div className="grid grid-cols-1 gap-6">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-2xl min-w-0 text-ink-soft">{t('merge.which')}</p>
            <div className="flex flex-wrap gap-2">
              <Button tone="secondary" icon={<ArrowLeftRight aria-hidden="true" className="size-5" />} onClick={() => void navigate(mergePath(goneId, keptId), { replace: true })}>
                {t('merge.swap')}
              </Button>
              <Button tone="quiet" onClick={() => void navigate(mergePath(keptId))}>
                {t('merge.choose')}
              </Button>
            </div>
          </div>
          <MergeConflicts preview={data} />
          <MergeSides preview={data} />
          <MergeLines preview={data} />
          {data.conflicts.length === 0 && <Confirm preview={data} />}
        </div>
      )}
    </QueryState>
  );
}

/** Both often have the same name: the number, or else the unit, tells them apart. */
function nameOf({ fullName, number, unit }: MergePreviewData['kept']): string {
  return `${fullName} (${number === null ? unit : formatStaffNumber(number)})`;
}

function Confirm({ preview }: { readonly preview: MergePreviewData }) {
  const { t } = useTranslation('people');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { kept, gone } = preview;
  const merge = useMutation({
    mutationFn: () => api.merging.merge({ params: { personId: kept.personId, otherId: gone.personId }, body: { revision: kept.revision, otherRevision: gone.revision } }),
    onSuccess: async ({ personId }) => {
      await navigate(`/kelola/pegawai/${personId}`);
      toast({ text: t('merge.done'), tone: 'success' });
      await Promise.all([client.invalidateQueries({ queryKey: ['people'] }), client.invalidateQueries({ queryKey: ['merging'] })]);
    },
    onError: () => void client.invalidateQueries({ queryKey: ['merging'] }),
  });
  return (
    <>
      <Notice
        tone="warning"
        title={t('merge.final')}
        action={
          <Button tone="danger" onClick={() => setAsking(true)}>
            {t('merge.submit')}
          </Button>
        }
      >
        {t('merge.finalText')}
      </Notice>
      {merge.isError && (
        <Notice tone="danger" live>
          {sentence(merge.error)}
        </Notice>
      )}
      <Dialog
        open={asking}
        insistent
        onClose={() => setAsking(false)}
        title={t('merge.sure')}
        description={t('merge.sureText', { gone: nameOf(gone), kept: nameOf(kept) })}
        actions={
          <>
            <Button tone="secondary" onClick={() => setAsking(false)}>
              {t('form.cancel')}
            </Button>
            <Button tone="danger" busy={merge.isPending} onClick={() => merge.mutate(undefined, { onSettled: () => setAsking(false) })}>
              {t('merge.submit')}
            </Button>
          </>
        }
      />
    </>
  );
}
