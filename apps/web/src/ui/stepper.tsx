import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.js';

export interface Step {
  readonly key: string;
  readonly label: string;
}

/** Where one is in a job of several pages. On a phone only the current step is named. */
export function Stepper({ steps, current }: { readonly steps: readonly Step[]; readonly current: string }) {
  const { t } = useTranslation('core');
  const at = steps.findIndex((step) => step.key === current);
  return (
    <nav aria-label={t('stepper.label')}>
      <p className="text-sm text-ink-soft sm:hidden">
        {t('stepper.position', { at: at + 1, of: steps.length })}: <span className="font-semibold text-ink">{steps[at]?.label}</span>
      </p>
      <ol className="mt-2 flex items-center gap-2 sm:mt-0 sm:gap-3">
        {steps.map((step, index) => (
          <li key={step.key} aria-current={index === at ? 'step' : undefined} className="flex min-w-0 grow items-center gap-3 last:grow-0 max-sm:last:grow">
            <span className={cx('hidden size-7 shrink-0 items-center justify-center rounded-full text-xs font-bold sm:inline-flex', index < at ? 'bg-success-soft text-success-ink' : index === at ? 'bg-primary text-on-primary' : 'bg-sunken text-ink-faint')}>
              {index < at ? <Check aria-hidden="true" className="size-4" strokeWidth={3} /> : index + 1}
            </span>
            <span className={cx('hidden truncate text-sm sm:block', index === at ? 'font-semibold' : 'text-ink-soft')}>{step.label}</span>
            <span aria-hidden="true" className={cx('h-1 grow rounded-full sm:h-px sm:min-w-4', index <= at ? 'bg-primary' : 'bg-line', index === steps.length - 1 && 'sm:hidden')} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
