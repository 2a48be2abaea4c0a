import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { accounts } from '@pamong/contract/accounts';
import { useTranslation } from 'react-i18next';
import { CodeForm } from './code-form.js';

/** The secret for the application. */
export type FactorDraft = ResponseOf<typeof accounts.beginSecondFactor>;

export interface FactorSetupProps {
  readonly draft: FactorDraft;
  readonly confirm: (code: string) => Promise<unknown>;
}

/** Scan the picture, or type the secret, then prove with a first code that the application has it. */
export function FactorSetup({ draft: { secret, qrCode }, confirm }: FactorSetupProps) {
  const { t } = useTranslation('accounts');
  return (
    <ol className="grid list-decimal gap-5 ps-5">
      <li>{t('factor.install')}</li>
      <li>
        <p>{t('factor.scan')}</p>
        {/* White in every theme, with the quiet zone that cameras need. */}
        <img src={`data:image/svg+xml,${encodeURIComponent(qrCode)}`} alt={t('factor.picture')} className="my-3 size-52 rounded-card p-4" style={{ background: '#fff' }} />
        <p className="text-sm text-ink-soft">{t('factor.type')}</p>
        <code className="mt-1 block text-sm font-medium break-all select-all">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </li>
      <li className="ps-0">
        <CodeForm submit={t('factor.confirm')} onCode={confirm} />
      </li>
    </ol>
  );
}
