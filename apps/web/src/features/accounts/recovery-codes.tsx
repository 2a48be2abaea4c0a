import { Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** The codes for the day when the phone is gone; they are shown this once, so leaving is a button of its own. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation('accounts');
  const download = () => {
    const url = URL.createObjectURL(new Blob([`${t('factor.fileTitle')}\n\n${codes.join('\n')}\n`], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = t('factor.fileName');
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="grid gap-5">
      <Notice tone="success" title={t('factor.isOn')} live>
        {t('factor.keepCodes')}
      </Notice>
      <ul className="tabular grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-line bg-sunken p-4 font-medium">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button tone="secondary" icon={<Download aria-hidden="true" className="size-4" />} onClick={download}>
          {t('factor.download')}
        </Button>
        <Button tone="secondary" icon={<Printer aria-hidden="true" className="size-4" />} onClick={() => window.print()}>
          {t('factor.print')}
        </Button>
      </div>
      <Button size="large" wide className="print:hidden" onClick={onDone}>
        {t('factor.kept')}
      </Button>
    </div>
  );
}
