import type { SkippedPerson } from '@pamong/contract/entry';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';

export type Skipped = z.output<typeof SkippedPerson>;

const REASONS: readonly Skipped['reason'][] = ['no_email', 'no_login', 'more_rights', 'active', 'disabled'];

/** Who was left out and why. */
export function SkippedNotice({ skipped, onClose }: { readonly skipped: readonly Skipped[]; readonly onClose: () => void }) {
  const { t } = useTranslation('entry');
  if (skipped.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice
        tone="warning"
        live
        title={t('accounts.skipped', { count: skipped.length })}
        action={
          <Button tone="secondary" size="small" onClick={onClose}>
            {t('accounts.understood')}
          </Button>
        }
      >
        <ul className="mt-1 grid gap-1">
          {REASONS.map((reason) => ({ reason, people: skipped.filter((one) => one.reason === reason) })).filter(({ people }) => people.length > 0).map(({ reason, people }) => (
            <li key={reason}>
              <strong className="font-semibold">{t(`accounts.reasons.${reason}`)}</strong>: {people.map((one) => one.fullName).join('; ')}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
