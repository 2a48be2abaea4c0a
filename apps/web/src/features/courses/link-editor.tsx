import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LessonEditorProps } from '../../shared/slots/slots.js';
import { Card } from '../../ui/card.js';
import { Field } from '../../ui/field.js';
import { TextInput } from '../../ui/text-input.js';
import { Textarea } from '../../ui/textarea.js';

interface LinkBody {
  readonly url: string;
  readonly note: string;
}

function isEncryptedPage(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** Where a lesson leads and what learners should do there. An address that is none yet is said and not saved. */
export default function LinkEditor({ body, onChange }: LessonEditorProps) {
  const { t } = useTranslation('courses');
  const kept = body as LinkBody;
  const [url, setUrl] = useState(kept.url);
  const fine = url === '' || isEncryptedPage(url);
  return (
    <Card className="grid gap-5">
      <Field name="url" label={t('link.url')} hint={t('link.urlHint')} error={fine ? undefined : t('link.urlWrong')} required>
        {(control) => (
          <TextInput
            {...control}
            type="url"
            inputMode="url"
            value={url}
            maxLength={2000}
            onChange={(event) => {
              const typed = event.target.value.trim();
              setUrl(typed);
              if (typed === '' || isEncryptedPage(typed)) onChange({ ...kept, url: typed });
            }}
          />
        )}
      </Field>
      <Field name="note" label={t('link.note')} hint={t('link.noteHint')} optional>
        {(control) => <Textarea {...control} value={kept.note} maxLength={2000} rows={4} onChange={(event) => onChange({ ...kept, note: event.target.value })} />}
      </Field>
    </Card>
  );
}
