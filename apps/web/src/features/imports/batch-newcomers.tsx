import type { ImportBatchPage, ImportNewcomers } from '@pamong/contract/imports';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Mail, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useCan } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { LinkButton, TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';

type Standing = z.output<typeof ImportNewcomers>;

/** While letters are written the counts move. */
const lookAgainMs = 2_000;

/** What comes after an import of people: nobody of them can sign in yet, so this leads on to letting them in. */
export function BatchNewcomers({ batch }: { readonly batch: ImportBatchPage }) {
  const may = useCan()('account.activate');
  const { data } = useQuery({
    ...routeQuery('imports', 'newcomers', { params: { batchId: batch.id } }),
    enabled: may && batch.kind === 'people' && batch.state === 'applied',
    refetchInterval: ({ state }) => (state.data?.inviting ? lookAgainMs : false),
  });
  if (!data || batch.state !== 'applied' || data.byMail + data.byCode + data.unreachable + data.invited + data.active === 0) return null;
  return <NextStep batchId={batch.id} standing={data} />;
}

function NextStep({ batchId, standing }: { readonly batchId: string; readonly standing: Standing }) {
  const { t } = useTranslation('imports');
  const { number } = useFormat();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: () => api.imports.inviteNewcomers({ params: { batchId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports', 'newcomers'] }),
  });
  const { byMail, byCode, unreachable, invited, active, inviting, mail, signOn } = standing;
  const accounts = `/kelola/akun?impor=${batchId}`;
  const waiting = byMail + byCode + unreachable;
  return (
    <Card className="grid gap-4">
      <div>
        <h2 className="text-lg font-bold">{t(waiting > 0 ? 'newcomers.title' : 'newcomers.allIn')}</h2>
        <p className="mt-1 max-w-prose text-sm text-ink-soft">
          {t('newcomers.counts', { waiting: number(waiting), invited: number(invited), active: number(active) })} {waiting > 0 && t('newcomers.text')}
        </p>
      </div>
      {waiting > 0 && signOn && <Notice tone="success">{t('newcomers.signOn', { label: signOn.label ?? t('newcomers.signOnPlain') })}</Notice>}
      {waiting > 0 && !mail && byMail > 0 && <Notice>{t('newcomers.noMail', { people: number(byMail) })}</Notice>}
      {unreachable > 0 && <Notice tone="warning">{t('newcomers.unreachable', { count: unreachable, people: number(unreachable) })}</Notice>}
      {invite.error && (
        <Notice tone="danger" live>
          {sentence(invite.error)}
        </Notice>
      )}
      {inviting && (
        <Notice live title={t('newcomers.inviting')}>
          {t('newcomers.left', { people: number(byMail) })}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2 max-sm:[&>*]:grow">
        {mail && byMail > 0 && !inviting && (
          <Button tone={signOn ? 'secondary' : 'primary'} busy={invite.isPending} icon={<Mail aria-hidden="true" className="size-4.5" />} onClick={() => invite.mutate()}>
            {t('newcomers.invite', { count: byMail, people: number(byMail) })}
          </Button>
        )}
        {byCode > 0 && (
          <LinkButton tone="secondary" to={`${accounts}&status=none&surel=tanpa`}>
            <Printer aria-hidden="true" className="size-4.5" />
            {t('newcomers.print', { count: byCode, people: number(byCode) })}
          </LinkButton>
        )}
        <TextLink to={accounts}>{t('newcomers.list')}</TextLink>
      </div>
    </Card>
  );
}
