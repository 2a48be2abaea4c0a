import type { PersonPhoto } from '@pamong/contract/person-photos';
import { useQueryClient } from '@tanstack/react-query';
import { Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { shrinkPicture } from '../../shared/files/shrink-picture.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { FileDrop } from '../../ui/file-drop.js';
import { Notice } from '../../ui/notice.js';
import { toast } from '../../ui/toast-store.js';

type Photo = z.output<typeof PersonPhoto>;

export interface PhotoCardProps {
  readonly photo: Photo;
  readonly set: (data: string) => Promise<Photo>;
  readonly remove: () => Promise<Photo>;
  readonly className?: string;
}

/** The photo that the STTP prints: what it is, another one, or none. Where no document asks for one, there is nothing to see. */
export function PhotoCard({ photo, set, remove, className }: PhotoCardProps) {
  const { t } = useTranslation('people');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!photo.wanted && photo.url === null) return null;
  const run = async (change: () => Promise<Photo>, done: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await change();
      await client.invalidateQueries({ queryKey: ['personPhotos'] });
      toast({ text: done, tone: 'success' });
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  const take = async ([file]: readonly File[]) => {
    const data = file === undefined ? null : await shrinkPicture(file);
    if (data === null) setProblem(t('photo.unreadable'));
    else await run(() => set(data), t('photo.saved'));
  };
  return (
    <Section title={t('photo.title')} {...(className !== undefined && { className })}>
      <Card className="grid gap-4">
        <p className="text-sm text-ink-soft">{t(photo.wanted ? 'photo.text' : 'photo.notWanted')}</p>
        {problem !== null && (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        <div className="grid items-start gap-4 sm:grid-cols-[max-content_minmax(0,1fr)]">
          <div className="grid w-max justify-items-center gap-2 max-sm:mx-auto">
            {photo.url === null ? (
              <span className="grid aspect-3/4 w-30 place-items-center rounded-control border border-line bg-sunken text-ink-faint">
                <UserRound aria-hidden="true" className="size-10" />
                <span className="sr-only">{t('photo.none')}</span>
              </span>
            ) : (
              <>
                <img src={photo.url} alt={t('photo.alt')} className="aspect-3/4 w-30 rounded-control border border-line object-cover" />
                <Button tone="quiet" size="small" className="whitespace-nowrap" busy={busy} icon={<Trash2 aria-hidden="true" className="size-4" />} onClick={() => void run(remove, t('photo.removed'))}>
                  {t('photo.remove')}
                </Button>
              </>
            )}
          </div>
          {photo.wanted && (
            <FileDrop label={t(photo.url === null ? 'photo.drop' : 'photo.replace')} hint={t('photo.hint')} accept="image/jpeg,image/png,image/webp,image/heic" disabled={busy} onFiles={(files) => void take(files)} />
          )}
        </div>
      </Card>
    </Section>
  );
}
