import { maxImportBytes, maxImportRows } from '@pamong/contract/import-limits';
import type { ImportKind } from '@pamong/contract/imports';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { buttonStyle } from '../../ui/button-style.js';
import { Card } from '../../ui/card.js';
import { Radio } from '../../ui/choices.js';
import { FileDrop } from '../../ui/file-drop.js';
import { Notice } from '../../ui/notice.js';
import { sendFile } from './send-file.js';

export interface UploadCardProps {
  readonly kind: ImportKind;
  readonly onKind: (kind: ImportKind) => void;
}

/** What to import, the template for it, and the place to drop the file. */
export function UploadCard({ kind, onKind }: UploadCardProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const send = useMutation({
    mutationFn: (file: File) => sendFile(kind, file),
    onSuccess: async (id) => {
      await client.invalidateQueries({ queryKey: ['imports', 'list'] });
      await navigate(`/kelola/pegawai/impor/${id}`);
    },
  });
  const sending = send.isPending ? send.variables : null;
  return (
    <Card className="grid gap-6 lg:grid-cols-2">
      <div>
        <fieldset className="grid gap-3 sm:grid-cols-2">
          <legend className="mb-2 font-semibold">{t('upload.what')}</legend>
          {(['people', 'units'] as const).map((one) => (
            <Radio key={one} look="card" name="kind" checked={kind === one} onChange={() => onKind(one)} label={t(`kind.${one}`)} hint={t(`kindHint.${one}`)} />
          ))}
        </fieldset>
        <p className="mt-5 font-semibold">{t('template.title')}</p>
        <p className="mt-1 text-sm text-ink-soft">{t('template.text')}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          {(['xlsx', 'csv'] as const).map((file) => (
            <a key={file} href={`/api/import-templates/${kind}/${file}`} download className={buttonStyle('secondary', 'small', false)}>
              <Download aria-hidden="true" className="size-4" />
              {t(`template.${file}`)}
            </a>
          ))}
        </div>
      </div>
      <div>
        <FileDrop
          label={sending ? t('upload.sending', { name: sending.name, size: format.size(sending.size) }) : t('upload.choose')}
          hint={t('upload.hint', { size: format.size(maxImportBytes), rows: format.number(maxImportRows) })}
          accept=".xlsx,.csv,.txt"
          disabled={send.isPending}
          onFiles={([file]) => file && send.mutate(file)}
        />
        {send.error && (
          <div className="mt-3">
            <Notice tone="danger" live>
              {sentence(send.error)}
            </Notice>
          </div>
        )}
        <p className="mt-3 text-sm text-ink-soft">{t('upload.calm')}</p>
      </div>
    </Card>
  );
}
