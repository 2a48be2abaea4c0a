import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { bodyText } from './body-text.js';

/** Longer texts are compared by lines, since words would take too long. */
const longest = 60_000;

/** One state of a lesson against another, word by word: what went is struck out, what came is underlined. */
export function TextDifference({ before, after }: { readonly before: { title: string; body: unknown }; readonly after: { title: string; body: unknown } }) {
  const { t } = useTranslation('courses');
  const parts = useMemo(() => {
    const [one, other] = [before, after].map(({ title, body }) => `${title}\n\n${bodyText(body)}`) as [string, string];
    return diffWordsWithSpace(one.slice(0, longest), other.slice(0, longest));
  }, [before, after]);
  if (parts.every((part) => !part.added && !part.removed)) return <p className="text-ink-soft">{t('history.same')}</p>;
  return (
    <Card>
      <div className="leading-relaxed break-words whitespace-pre-wrap" role="region" aria-label={t('history.difference')}>
        {parts.map((part, index) =>
          part.added ? (
            <ins key={index} className="rounded-sm bg-success-soft text-success-ink decoration-1">{part.value}</ins>
          ) : part.removed ? (
            <del key={index} className="rounded-sm bg-danger-soft text-danger-ink">{part.value}</del>
          ) : (
            <span key={index}>{part.value}</span>
          ),
        )}
      </div>
    </Card>
  );
}
