import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { homePath } from '../../shared/routing/home-path.js';
import { useSession } from '../../shared/session/use-session.js';
import { Cover } from '../../ui/cover/cover.js';
import { LinkButton } from '../../ui/link-button.js';
import { DemoDoors } from './demo-doors.js';

/** Seeds of six covers, one of each motif, that make a calm wall together. */
const WALL = ['A1', 'F6', 'LAYANAN-101', 'I9', 'H8', 'DATA-101'];

/** The door of the house: one sentence, and a way in for whoever stands there. */
export default function LandingPage() {
  const { t } = useTranslation('landing');
  const { me, demo, setup } = useSession();
  if (setup) return <Navigate to="/mulai" replace />;
  return (
    <div className="mx-auto w-full max-w-[1200px] px-4 pt-10 pb-16 sm:px-6 sm:pt-16 lg:px-8">
      <div className="grid items-center gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1.05fr)_minmax(0,1fr)]">
        <div>
          <h1 tabIndex={-1} className="max-w-xl text-3xl font-extrabold tracking-tight sm:text-4xl">
            {t('sentence')}
          </h1>
          <p className="mt-4 max-w-lg text-lg text-ink-soft">{t('lead')}</p>
          <div className="mt-7 flex flex-wrap gap-3 max-sm:[&>*]:w-full">
            <LinkButton to="/katalog" tone="accent" size="large">
              {t('openCatalogue')}
            </LinkButton>
            <LinkButton to={me ? homePath(me) : '/masuk'} tone="secondary" size="large" icon={me ? <ArrowRight aria-hidden="true" className="size-5" /> : undefined}>
              {t(me ? 'goOn' : 'signIn')}
            </LinkButton>
          </div>
        </div>
        <div aria-hidden="true" className="grid grid-cols-3 gap-3 max-lg:-order-1 max-lg:-mx-4 max-lg:overflow-hidden sm:max-lg:mx-0">
          {WALL.map((code, index) => (
            <div key={code} className={index % 3 === 1 ? 'lg:translate-y-8' : undefined}>
              <Cover id={code} className="aspect-[4/3] w-full rounded-panel lg:aspect-[3/4]" />
            </div>
          ))}
        </div>
      </div>
      {demo && !me && <DemoDoors accounts={demo.accounts} />}
      <p className="mt-14 text-sm text-ink-faint">
        {t('verify')}{' '}
        <Link to="/v" className="font-medium text-primary-ink underline underline-offset-4">
          {t('verifyLink')}
        </Link>
      </p>
    </div>
  );
}
