import { useTranslation } from 'react-i18next';
import { useSession } from '../../shared/session/use-session.js';
import { Illustration } from '../../ui/illustrations/illustration.js';
import { LinkButton } from '../../ui/link-button.js';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('core');
  const { me } = useSession();
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center">
      <Illustration drawing="lost" className="h-40 w-52" />
      <h1 tabIndex={-1} className="mt-6 text-2xl">
        {t('notFound.title')}
      </h1>
      <p className="mt-2 text-ink-soft">{t('notFound.text')}</p>
      <LinkButton to={me ? '/beranda' : '/'} className="mt-6">
        {t('notFound.action')}
      </LinkButton>
    </div>
  );
}
