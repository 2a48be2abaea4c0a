import { BriefcaseBusiness, GraduationCap, Presentation, Users, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { homePath } from '../../shared/routing/home-path.js';
import { type SessionView, useReplaceSession } from '../../shared/session/use-session.js';
import { Notice } from '../../ui/notice.js';

type Account = NonNullable<SessionView['demo']>['accounts'][number];

/** The doors in their order, and which demo account opens each. */
const DOORS: readonly { readonly key: 'learner' | 'instructor' | 'admin' | 'supervisor'; readonly roles: readonly Account['role'][]; readonly icon: LucideIcon }[] = [
  { key: 'learner', roles: ['learner'], icon: GraduationCap },
  { key: 'instructor', roles: ['instructor'], icon: Presentation },
  { key: 'admin', roles: ['agency_admin', 'training_admin', 'platform_admin'], icon: BriefcaseBusiness },
  { key: 'supervisor', roles: ['supervisor'], icon: Users },
];

/** In the demo only: one press and one stands in the room of a learner, an instructor, an admin or a supervisor. */
export function DemoDoors({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation('landing');
  const navigate = useNavigate();
  const replaceSession = useReplaceSession();
  const sentence = useProblemSentence();
  const [entering, setEntering] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const enter = async (key: string, { login, password }: Account) => {
    if (entering) return;
    setEntering(key);
    setProblem(null);
    try {
      const session = await api.session.signIn({ body: { login, password } });
      replaceSession(session);
      if (session.me) await navigate(homePath(session.me));
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setEntering(null);
    }
  };

  return (
    <section aria-labelledby="pintu" className="mt-14 sm:mt-20">
      <h2 id="pintu" className="text-xl">
        {t('doors.title')}
      </h2>
      <p className="mt-1 text-ink-soft">{t('doors.text')}</p>
      {problem && (
        <div className="mt-4">
          <Notice tone="danger" live>
            {problem}
          </Notice>
        </div>
      )}
      <ul className="mt-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {DOORS.map(({ key, roles, icon: Icon }) => {
          const account = roles.map((role) => accounts.find((one) => one.role === role)).find(Boolean);
          if (!account) return null;
          return (
            <li key={key}>
              <button
                type="button"
                aria-busy={entering === key || undefined}
                onClick={() => void enter(key, account)}
                className="flex h-full w-full gap-4 rounded-card border border-line bg-surface p-4 text-start transition-colors hover:border-primary hover:bg-primary-soft sm:flex-col sm:p-5"
              >
                <span className="inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-primary-soft text-primary-ink">
                  <Icon aria-hidden="true" className="size-5.5" strokeWidth={1.8} />
                </span>
                <span>
                  <span className="block font-bold">{t(`doors.${key}.title`)}</span>
                  <span className="mt-1 block text-sm text-ink-soft">{t(`doors.${key}.text`)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
