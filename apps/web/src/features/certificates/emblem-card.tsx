import type { CertificateSettings } from '@pamong/contract/certificate-settings';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { FileDrop } from '../../ui/file-drop.js';
import { Notice } from '../../ui/notice.js';
import { toast } from '../../ui/toast-store.js';
import { emblemData } from './emblem-file.js';

type Settings = z.output<typeof CertificateSettings>;

/** The agency's emblem: what it is, another one, or none; each step can be taken back. */
export function EmblemCard({ settings, onChanged }: { readonly settings: Settings; readonly onChanged: (settings: Settings) => void }) {
  const { t } = useTranslation('certificates');
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { emblem } = settings;
  const params = { organisationId: settings.agency.id };

  const run = async (change: () => Promise<Settings>, done?: string) => {
    setBusy(true);
    setProblem(null);
    try {
      onChanged(await change());
      const before = emblem?.sha256 ?? null;
      if (done !== undefined) toast({ text: done, undo: () => void run(() => choose(before)) });
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = (sha256: string | null) => api.certificateSettings.chooseEmblem({ params, body: { sha256 } });
  const take = async ([file]: readonly File[]) => {
    const data = file === undefined ? null : await emblemData(file);
    if (data === null) setProblem(t('settings.emblem.tooLarge'));
    else await run(() => api.certificateSettings.addEmblem({ params, body: { data } }), t('settings.emblem.changed'));
  };

  return (
    <Section title={t('settings.emblem.title')}>
      <Card className="grid gap-5">
        {problem !== null && (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-4">
          {/* Paper is white in the dark theme too. */}
          <div className="grid h-24 min-w-24 place-items-center rounded-control border border-line bg-[#fff] p-2">
            {emblem ? <img src={emblem.url} alt={t('settings.emblem.alt')} className="h-20 max-w-56 object-contain" /> : <span className="px-2 text-sm text-[#4c5a5a]">{t('settings.emblem.none')}</span>}
          </div>
          {emblem && (
            <Button tone="secondary" size="small" busy={busy} icon={<Trash2 aria-hidden="true" className="size-4" />} onClick={() => void run(() => choose(null), t('settings.emblem.removed'))}>
              {t('settings.emblem.remove')}
            </Button>
          )}
        </div>
        <FileDrop label={t(emblem ? 'settings.emblem.replace' : 'settings.emblem.drop')} hint={t('settings.emblem.hint')} accept="image/svg+xml,image/png" disabled={busy} onFiles={(files) => void take(files)} />
      </Card>
    </Section>
  );
}
