import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import type { SessionView } from '../../shared/session/use-session.js';
import { Avatar } from '../../ui/avatar.js';
import { cx } from '../../ui/cx.js';
import { Notice } from '../../ui/notice.js';
import { type SignInStep, useSignIn } from './use-sign-in.js';

type Account = NonNullable<SessionView['demo']>['accounts'][number];

export interface DemoAccountsProps {
  readonly accounts: readonly Account[];
  readonly onStep: (step: SignInStep) => void;
}

/** The demo's accounts, one press each. The server sends them in demo mode only. */
export function DemoAccounts({ accounts, onStep }: DemoAccountsProps) {
  const { t } = useTranslation('accounts');
  const signIn = useSignIn();
  const sentence = useProblemSentence();
  const [entering, setEntering] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const enter = async ({ login, password }: Account) => {
    if (entering) return;
    setEntering(login);
    setProblem(null);
    try {
      const step = await signIn({ login, password });
      if (step === null) return;
      setEntering(null);
      onStep(step);
    } catch (error) {
      setProblem(sentence(error));
      setEntering(null);
    }
  };

  return (
    <section aria-labelledby="akun-demo">
      <h2 id="akun-demo" className="text-base">
        {t('demo.title')}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">{t('demo.text')}</p>
      {problem && (
        <div className="mt-3">
          <Notice tone="danger" live>{problem}</Notice>
        </div>
      )}
      <ul className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-2">
        {accounts.map((account) => (
          <li key={account.login} className="min-w-0">
            <button
              type="button"
              aria-busy={entering === account.login || undefined}
              onClick={() => void enter(account)}
              className={cx('flex min-h-14 w-full items-center gap-3 rounded-card border border-line bg-surface px-3.5 py-2.5 text-start transition-colors hover:border-line-strong hover:bg-hover', entering && entering !== account.login && 'opacity-60')}
            >
              <Avatar name={account.name} />
              <span className="min-w-0 grow">
                <span className="block text-sm font-semibold">{t(`roles.${account.role}`)}</span>
                <span className="block truncate text-xs text-ink-soft">{account.name}</span>
              </span>
              <span className="tabular hidden text-xs text-ink-faint sm:block">{account.login}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
