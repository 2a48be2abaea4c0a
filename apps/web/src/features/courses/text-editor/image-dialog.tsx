import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../shared/api/client.js';
import { useProblemSentence } from '../../../shared/api/problem-sentence.js';
import { shrinkPicture } from '../../../shared/files/shrink-picture.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/choices.js';
import { Dialog } from '../../../ui/dialog.js';
import { Field } from '../../../ui/field.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { Notice } from '../../../ui/notice.js';
import { Textarea } from '../../../ui/textarea.js';
import type { PictureAttributes } from './schema/picture.js';

type Picture = Omit<PictureAttributes, 'pending'>;

interface ImageDialogProps {
  readonly open: boolean;
  readonly courseId: string;
  /** The picture whose description is edited; null for a new one. */
  readonly given: Picture | null;
  readonly onClose: () => void;
  readonly onImage: (picture: Picture) => void;
  readonly onRemove: () => void;
}

/** A picture with the sentence that stands for it where it cannot be seen. */
export function ImageDialog({ open, courseId, given, onClose, onImage, onRemove }: ImageDialogProps) {
  const { t } = useTranslation('courses');
  const sentence = useProblemSentence();
  const id = useId();
  const [kept, setKept] = useState(given && { src: given.src, width: given.width, height: given.height });
  const [alt, setAlt] = useState(given?.alt ?? '');
  const [decorative, setDecorative] = useState(given?.decorative ?? false);
  const [asked, setAsked] = useState(false);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const data = await shrinkPicture(file);
      return data === null ? null : api.courses.addPicture({ params: { courseId }, body: { data } });
    },
    onSuccess: (stored) => setKept(stored),
  });
  const unreadable = upload.isSuccess && upload.data === null;
  const submit = () => {
    setAsked(true);
    if (kept !== null && (decorative || alt.trim() !== '')) onImage({ ...kept, alt: decorative ? '' : alt.trim(), decorative });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(given ? 'text.image.edit' : 'text.image.title')}
      insistent={kept !== null}
      actions={
        <>
          {given ? (
            <Button tone="quiet" onClick={onRemove}>
              {t('text.image.remove')}
            </Button>
          ) : (
            <Button tone="secondary" onClick={onClose}>
              {t('create.cancel')}
            </Button>
          )}
          <Button type="submit" form={id} busy={upload.isPending}>
            {t(given ? 'text.image.save' : 'text.image.submit')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        {(upload.error ?? unreadable) ? <Notice tone="danger" live title={unreadable ? t('text.image.unreadable') : sentence(upload.error)} /> : null}
        {kept === null ? (
          <>
            <FileDrop label={t('text.image.choose')} hint={t('text.image.hint')} accept="image/jpeg,image/png,image/webp,image/gif" disabled={upload.isPending} onFiles={([file]) => file && upload.mutate(file)} />
            {asked && !upload.isPending && <p className="text-sm font-medium text-danger-ink">{t('text.image.missing')}</p>}
          </>
        ) : (
          <img src={kept.src} alt="" className="max-h-64 max-w-full justify-self-start rounded-control border border-line" />
        )}
        <Field label={t('text.image.alt')} hint={t('text.image.altHint')} error={asked && !decorative && alt.trim() === '' ? t('text.image.altMissing') : undefined} required={!decorative}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} disabled={decorative} value={decorative ? '' : alt} onChange={(event) => setAlt(event.target.value.replaceAll('\n', ' '))} />}
        </Field>
        <Checkbox label={t('text.image.decorative')} hint={t('text.image.decorativeHint')} checked={decorative} onChange={(event) => setDecorative(event.target.checked)} />
      </form>
    </Dialog>
  );
}
