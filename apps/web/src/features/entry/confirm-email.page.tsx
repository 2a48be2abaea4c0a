import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { sessionQuery, useSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { NarrowPage } from './narrow-page.js';
import { useLinkToken } from './use-link-token.js';

/** Confirms a new address. It takes a press, since mail filters open links without a reader. */
export default function ConfirmEmailPage() {
  const { t } = useTranslation('entry');
  const token = useLinkToken();
  const { me } = useSession();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => api.entry.confirmEmail({ body: { token } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  return (
    <NarrowPage title={t('email.title')} lead={confirm.isIdle && token !== '' ? t('email.lead') : undefined}>
      {token === '' ? (
        <Notice tone="warning">{t('email.noLink')}</Notice>
      ) : confirm.isSuccess ? (
        <Notice tone="success" live title={t('email.doneTitle')}>
          {t('email.doneText', { email: confirm.data.email })}
        </Notice>
      ) : (
        <>
          {confirm.error && <Notice tone="danger" live>{sentence(confirm.error)}</Notice>}
          <Button size="large" wide busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('email.submit')}
          </Button>
        </>
      )}
      {(token === '' || confirm.isSuccess) && (
        <LinkButton to={me ? '/profil' : '/masuk'} tone="secondary" wide>
          {t(me ? 'email.toProfile' : 'toSignIn')}
        </LinkButton>
      )}
    </NarrowPage>
  );
}
