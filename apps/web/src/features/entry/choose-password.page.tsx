import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { entry } from '@pamong/contract/entry';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { homePath } from '../../shared/routing/home-path.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { useReplaceSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { PasswordInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { NarrowPage } from './narrow-page.js';
import { useLinkToken } from './use-link-token.js';

type Link = ResponseOf<typeof entry.lookAtLink>;

/** What a reset link, an invitation and a printed code lead to: a password of one's own. */
export default function ChoosePasswordPage() {
  const { t } = useTranslation('entry');
  const token = useLinkToken();
  const link = useQuery({
    queryKey: ['entry', 'link', token],
    queryFn: () => api.entry.lookAtLink({ body: { token } }),
    enabled: token !== '',
    retry: false,
    gcTime: 0,
  });
  const title = t(link.data && link.data.purpose !== 'reset' ? 'choose.activate' : 'choose.title');
  usePageTitle(title);
  if (token === '' || link.error) return <DeadLink title={title} />;
  if (!link.data) {
    return (
      <NarrowPage title={title}>
        <SkeletonRows count={3} />
      </NarrowPage>
    );
  }
  return <Choose token={token} link={link.data} title={title} />;
}

function Choose({ token, link, title }: { readonly token: string; readonly link: Link; readonly title: string }) {
  const { t } = useTranslation('entry');
  const navigate = useNavigate();
  const replaceSession = useReplaceSession();
  const form = useContractForm<{ password: string }>({
    defaultValues: { password: '' },
    schema: () => import('@pamong/contract/entry').then((contract) => contract.ChoosePassword.pick({ password: true })),
    onSubmit: async ({ password }) => {
      const { login } = await api.entry.choosePassword({ body: { token, password } });
      toast({ text: t('choose.done'), tone: 'success' });
      // Where more than the password is asked for, the login page goes on.
      const session = await api.session.signIn({ body: { login, password } }).catch(() => null);
      if (!session?.me) return navigate('/masuk', { replace: true });
      await navigate(homePath(session.me), { replace: true });
      replaceSession(session);
    },
  });
  return (
    <NarrowPage title={title} lead={t(link.purpose === 'reset' ? 'choose.resetLead' : 'choose.activateLead', { name: link.name })}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <FormErrors faults={form.faults} labels={{ password: t('choose.password') }} problem={form.problem} submitCount={form.formState.submitCount} />
        <div className="grid gap-5">
          <Field name="password" label={t('choose.password')} hint={t('choose.hint')} error={form.errorOf('password')} required>
            {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />}
          </Field>
          <Button type="submit" size="large" wide busy={form.formState.isSubmitting}>
            {t('choose.submit')}
          </Button>
        </div>
      </form>
      <p className="text-sm text-ink-soft">{t('choose.others')}</p>
    </NarrowPage>
  );
}

function DeadLink({ title }: { readonly title: string }) {
  const { t } = useTranslation('entry');
  return (
    <NarrowPage title={title}>
      <Notice tone="warning" title={t('choose.deadTitle')}>
        {t('choose.deadText')}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <LinkButton to="/lupa-sandi">{t('choose.askAgain')}</LinkButton>
        <LinkButton to="/masuk" tone="secondary">
          {t('toSignIn')}
        </LinkButton>
      </div>
    </NarrowPage>
  );
}
