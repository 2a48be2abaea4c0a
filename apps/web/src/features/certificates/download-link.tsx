import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { type ButtonSize, type ButtonTone, buttonStyle } from '../../ui/button-style.js';

export interface DownloadLinkProps {
  readonly certificateId: string;
  readonly number: string;
  readonly bytes: number | null;
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
}

/** Downloads the sealed PDF; says its size first. */
export function DownloadLink({ certificateId, number, bytes, tone = 'primary', size = 'medium' }: DownloadLinkProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  return (
    <a href={`/api/certificates/${certificateId}/file`} download className={buttonStyle(tone, size, false)}>
      <Download aria-hidden="true" className="size-4.5" />
      {t('download')}
      <span className="sr-only">{number}</span>
      {bytes !== null && <span className="font-normal opacity-80">{format.size(bytes)}</span>}
    </a>
  );
}
