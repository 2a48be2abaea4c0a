import { useMutation } from '@tanstack/react-query';
import { ImagePlus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { shrinkPicture } from '../../shared/files/shrink-picture.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Cover } from '../../ui/cover/cover.js';
import { FieldError } from '../../ui/field.js';
import type { CourseForm } from './use-course-form.js';

/** The picture on the course's card: one of the author's, or one drawn from the code. */
export function CoverPicker({ form: { values, change } }: { readonly form: CourseForm }) {
  const { t } = useTranslation('courses');
  const sentence = useProblemSentence();
  const errorId = useId();
  const [src, setSrc] = useState(values.cover?.src ?? null);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const data = await shrinkPicture(file);
      if (data === null) return null;
      return api.courses.addPicture({ params: { courseId: values.id }, body: { data } });
    },
    onSuccess: (picture) => {
      if (picture === null) return;
      setSrc(picture.src);
      change({ coverPictureId: picture.id });
    },
  });
  const unreadable = upload.isSuccess && upload.data === null;
  return (
    <Card className="grid items-center gap-4 sm:grid-cols-[16rem_minmax(0,1fr)]">
      {src === null ? (
        <Cover id={values.id} mark={values.code} className="aspect-[16/9] w-full rounded-card" />
      ) : (
        <img src={src} alt="" className="aspect-[16/9] w-full rounded-card object-cover" />
      )}
      <div className="grid justify-items-start gap-2">
        <p className="text-sm text-ink-soft">{t('facts.coverHint')}</p>
        <label className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-line-strong bg-surface px-4 font-semibold hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
          <ImagePlus aria-hidden="true" className="size-4.5" />
          {t(upload.isPending ? 'facts.coverSending' : 'facts.coverChoose')}
          <input
            type="file"
            accept="image/*"
            className="sr-only"
            disabled={upload.isPending}
            aria-describedby={errorId}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) upload.mutate(file);
            }}
          />
        </label>
        {src !== null && (
          <Button
            tone="quiet"
            size="small"
            icon={<X aria-hidden="true" className="size-4" />}
            onClick={() => {
              setSrc(null);
              change({ coverPictureId: null });
            }}
          >
            {t('facts.coverRemove')}
          </Button>
        )}
        {upload.error && <FieldError id={errorId} text={sentence(upload.error)} />}
        {unreadable && <FieldError id={errorId} text={t('facts.coverUnreadable')} />}
      </div>
    </Card>
  );
}
