import type { LinkContent } from '@pamong/contract/course-content';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { LessonViewProps } from '../../shared/slots/slots.js';
import { buttonStyle } from '../../ui/button-style.js';
import { Card } from '../../ui/card.js';

/** A page somewhere else: where it leads, what to do there, and the way. */
export default function LinkView({ content }: LessonViewProps) {
  const { t } = useTranslation('learning');
  const { url, note } = content as z.output<typeof LinkContent>;
  const host = new URL(url).hostname;
  return (
    <Card className="grid justify-items-start gap-4">
      {note !== '' && <p className="max-w-prose whitespace-pre-line">{note}</p>}
      <a href={url} target="_blank" rel="noopener noreferrer" className={buttonStyle('primary', 'large', false)}>
        <ExternalLink aria-hidden="true" className="size-5" />
        {t('link.open', { host })}
      </a>
      <p className="text-sm text-ink-soft">{t('link.outside')}</p>
    </Card>
  );
}
