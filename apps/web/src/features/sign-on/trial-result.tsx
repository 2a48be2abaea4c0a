import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { signOn } from '@pamong/contract/sign-on';
import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

type Trial = ResponseOf<typeof signOn.trySettings>;
type Verdict = 'yes' | 'no' | 'unknown';

const ICONS = { yes: CircleCheck, no: CircleAlert, unknown: CircleHelp } as const;
const COLOURS = { yes: 'text-success-ink', no: 'text-danger-ink', unknown: 'text-ink-soft' } as const;

const verdict = (value: boolean | null): Verdict => (value === null ? 'unknown' : value ? 'yes' : 'no');

/** What the provider answered, line by line, with what to do where something is missing. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const { t } = useTranslation('sign-on');
  const lines: readonly (readonly [line: string, answer: Verdict, which?: string | undefined])[] = [
    ['reached', 'yes'],
    ['client', verdict(trial.clientAccepted), trial.wrong === 'client-id' || trial.wrong === 'secret' ? trial.wrong : undefined],
    ['redirect', verdict(trial.redirectAccepted)],
    ['claim', verdict(trial.knowsClaim)],
    // A provider that checks PKCE need not say so; one that cannot sign out leaves its own session open.
    ['pkce', trial.pkce ? 'yes' : 'unknown'],
    ['logout', trial.logout ? 'yes' : 'unknown'],
  ];
  return (
    <div role="status">
      <ul className="grid gap-2 text-sm">
        {lines.map(([line, answer, which]) => {
          const Icon = ICONS[answer];
          return (
            <li key={line} className="flex gap-2">
              <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${COLOURS[answer]}`} />
              <span className="min-w-0">
                {t(`trial.${line}.${which ?? answer}`)}
                {line === 'redirect' && answer !== 'yes' && <code className="mt-1 block break-all select-all">{trial.redirectUri}</code>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
