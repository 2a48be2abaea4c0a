import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { type ButtonTone, buttonStyle } from '../../ui/button-style.js';

export interface DownloadLinkProps {
  readonly certificateId: string;
  readonly number: string;
  readonly bytes: number | null;
  readonly tone?: ButtonTone;
}

/** Downloads the sealed PDF; says its size first. */
export function DownloadLink({ certificateId, number, bytes, tone = 'primary' }: DownloadLinkProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  return (
    <a href={`/api/certificates/${certificateId}/file`} download aria-label={t('downloadOf', { number })} className={buttonStyle(tone, 'medium', false)}>
      <Download aria-hidden="true" className="size-4.5" />
      {t('download')}
      {bytes !== null && <span className="font-normal opacity-80">{format.size(bytes)}</span>}
    </a>
  );
}
