import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../ui/file-drop.js';
import { Notice } from '../../ui/notice.js';
import { LARGEST_FILE, fileSha256 } from './file-hash.js';

type Outcome = 'same' | 'extended' | 'different' | 'tooLarge' | 'unreadable';

const TONES = { same: 'success', extended: 'danger', different: 'danger', tooLarge: 'warning', unreadable: 'warning' } as const;

/** Says whether a PDF is, to the last byte, the one that was filed. The file stays on this device. */
export function CompareFile({ sha256, bytes }: { readonly sha256: string; readonly bytes: number | null }) {
  const { t } = useTranslation('certificates');
  const [checked, setChecked] = useState<{ outcome: Outcome; name: string } | null>(null);
  const compare = async ([file]: readonly File[]) => {
    if (!file) return;
    setChecked({ outcome: await outcomeOf(file, sha256, bytes), name: file.name });
  };
  return (
    <div className="grid gap-4">
      <FileDrop label={t('compare.label')} hint={t('compare.hint')} accept="application/pdf,.pdf" onFiles={(files) => void compare(files)} />
      {checked && (
        <Notice tone={TONES[checked.outcome]} title={t(`compare.${checked.outcome}.title`)} live>
          {t(`compare.${checked.outcome}.text`, { name: checked.name })}
        </Notice>
      )}
    </div>
  );
}

async function outcomeOf(file: File, sha256: string, bytes: number | null): Promise<Outcome> {
  if (file.size > LARGEST_FILE) return 'tooLarge';
  try {
    if ((await fileSha256(file)) === sha256) return 'same';
    // A PDF can be changed by adding to its end: readers show the addition, and what was sealed is still there, byte by byte.
    return bytes !== null && file.size > bytes && (await fileSha256(file.slice(0, bytes))) === sha256 ? 'extended' : 'different';
  } catch {
    // The file was moved or its disk was taken out between the choice and the reading.
    return 'unreadable';
  }
}
