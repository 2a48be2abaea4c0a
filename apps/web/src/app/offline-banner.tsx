import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../shared/online.js';

/** Says that there is no network, once, calmly, for as long as it lasts. */
export function OfflineBanner() {
  const { t } = useTranslation('core');
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-ink px-4 py-2 text-center text-sm font-medium text-paper">
          <WifiOff aria-hidden="true" className="size-4 shrink-0" />
          {t('shell.offline')}
        </p>
      )}
    </div>
  );
}
