import type { MediaAsset } from '@pamong/contract/media';
import { Captions, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../shared/api/client.js';
import { useProblemSentence } from '../../../shared/api/problem-sentence.js';
import { useLanguage } from '../../../shared/i18n/use-language.js';
import { Button } from '../../../ui/button.js';
import { IconButton } from '../../../ui/icon-button.js';
import { Notice } from '../../../ui/notice.js';
import { languageName } from '../player.js';

const languages = ['id', 'en'] as const;
const maxBytes = 900_000;

/** Captions of a recording, one file a language. */
export function CaptionsField({ asset, onChanged }: { readonly asset: MediaAsset; readonly onChanged: (asset: MediaAsset) => void }) {
  const { t } = useTranslation('video');
  const [shown] = useLanguage();
  const sentence = useProblemSentence();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (language: string, work: () => Promise<MediaAsset>) => {
    setBusy(language);
    setFault(null);
    try {
      onChanged(await work());
    } catch (error) {
      setFault(sentence(error));
    } finally {
      setBusy(null);
    }
  };
  const take = (language: string, file: File) => {
    if (file.size > maxBytes) return setFault(t('captions.tooLarge'));
    void run(language, async () => api.media.setCaptions({ params: { assetId: asset.id, language }, body: { text: await file.text() } }));
  };
  return (
    <section aria-labelledby="captions" className="mt-6">
      <h2 id="captions" className="flex items-center gap-2 text-base">
        <Captions aria-hidden="true" className="size-5 text-primary" />
        {t('captions.title')}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">{t('captions.hint')}</p>
      <ul className="mt-3 grid gap-2">
        {languages.map((language) => {
          const known = asset.captions.find((one) => one.language === language);
          const name = languageName(language, shown);
          return (
            <li key={language} className="flex min-h-13 items-center gap-2 rounded-control border border-line bg-surface px-3 py-1.5 text-sm">
              <span className="min-w-0 grow">
                <span className="font-medium">{name}</span> <span className="text-ink-soft">{known ? t('captions.cues', { count: known.cues }) : t('captions.none')}</span>
              </span>
              <ChooseFile label={t(known ? 'captions.replace' : 'captions.add', { language: name })} busy={busy === language} onFile={(file) => take(language, file)} />
              {known && (
                <IconButton
                  label={t('captions.remove', { language: name })}
                  icon={<X className="size-4" />}
                  onClick={() => void run(language, () => api.media.removeCaptions({ params: { assetId: asset.id, language } }))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {fault && (
        <div className="mt-3">
          <Notice tone="danger" live>
            {fault}
          </Notice>
        </div>
      )}
    </section>
  );
}

function ChooseFile({ label, busy, onFile }: { readonly label: string; readonly busy: boolean; readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('video');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button tone="secondary" size="small" busy={busy} onClick={() => input.current?.click()}>
        {t('captions.choose')} <span className="sr-only">{label}</span>
      </Button>
      <input
        ref={input}
        type="file"
        accept=".vtt,.srt,text/vtt"
        aria-label={label}
        tabIndex={-1}
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
