import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { EvaluationFormCard } from './evaluation-form.js';
import { PlayerFrame } from './player-frame.js';

/** The course's reaction forms, one below the other, with a plain word on who can read the answers. */
export default function EvaluationPage() {
  const { courseId = '' } = useParams();
  return <PlayerFrame>{(_player, refresh) => <Forms courseId={courseId} refresh={refresh} />}</PlayerFrame>;
}

function Forms({ courseId, refresh }: { readonly courseId: string; readonly refresh: () => void }) {
  const { t } = useTranslation('learning');
  const client = useQueryClient();
  const request = routeQuery('evaluation', 'forms', { params: { courseId } });
  const query = useQuery(request);
  const filled = () => {
    void client.invalidateQueries({ queryKey: request.queryKey });
    refresh();
  };
  return (
    <>
      <header className="mb-6">
        <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
          {t('evaluation.title')}
        </h1>
        <p className="mt-2 text-ink-soft">{t('evaluation.lead')}</p>
      </header>
      <QueryState query={query}>
        {({ open, forms }) =>
          !open ? (
            <EmptyState drawing="book" title={t('evaluation.notYet')} action={<LinkButton to={`/belajar/${courseId}`}>{t('player.toOverview')}</LinkButton>}>
              {t('evaluation.notYetText')}
            </EmptyState>
          ) : (
            <div className="grid gap-6">
              {forms.every((form) => form.filled) && (
                <Notice tone="success" title={t('evaluation.thanks')} action={<LinkButton to={`/belajar/${courseId}`}>{t('player.toOverview')}</LinkButton>}>
                  {t('evaluation.thanksText')}
                </Notice>
              )}
              {forms.map((form) =>
                form.filled ? (
                  <p key={`${form.key}${form.subject?.personId ?? ''}`} className="flex items-center gap-2 text-ink-soft">
                    <Check aria-hidden="true" className="size-5 text-success" strokeWidth={2.5} />
                    {t('evaluation.filled', { title: form.subject ? `${form.title}: ${form.subject.fullName}` : form.title })}
                  </p>
                ) : (
                  <EvaluationFormCard key={`${form.key}${form.subject?.personId ?? ''}`} courseId={courseId} form={form} onFilled={filled} />
                ),
              )}
            </div>
          )
        }
      </QueryState>
    </>
  );
}
