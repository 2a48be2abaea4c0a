import type { VideoForAuthor } from '@pamong/contract/video';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.js';
import { Textarea } from '../../../ui/textarea.js';
import { readChapters, writeChapters } from './chapters.rules.js';

/** Chapters as lines of time and title, as people paste them from their notes. */
export function ChaptersField({ chapters, onChange }: { readonly chapters: VideoForAuthor['chapters']; readonly onChange: (chapters: VideoForAuthor['chapters']) => void }) {
  const { t } = useTranslation('video');
  const [text, setText] = useState(() => writeChapters(chapters));
  const { wrong } = readChapters(text);
  return (
    <Field label={t('chapters.edit')} hint={t('chapters.editHint')} optional error={wrong.length > 0 ? t('chapters.wrong', { lines: wrong.join(', ') }) : undefined}>
      {(control) => (
        <Textarea
          {...control}
          value={text}
          rows={5}
          onChange={(event) => {
            setText(event.target.value);
            const read = readChapters(event.target.value);
            // A line that is being typed must not throw the others away.
            if (read.wrong.length === 0) onChange(read.chapters);
          }}
        />
      )}
    </Field>
  );
}
