import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Card, Section } from '../../ui/card.js';
import { Cover } from '../../ui/cover/cover.js';

/** Courses kept for later; nothing where there are none. */
export function SavedShelf() {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const saved = useQuery(routeQuery('enrolments', 'saved'));
  const items = saved.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('saved.title')}>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {items.map((one) => (
          <li key={one.courseId}>
            <Card interactive padded={false} className="h-full overflow-hidden">
              <Link to={`/pelatihan/${one.code}`} className="flex h-full items-center gap-4 p-3">
                {one.cover === null ? (
                  <Cover id={one.courseId} mark={one.code} className="aspect-square w-16 shrink-0 rounded-control" />
                ) : (
                  <img src={one.cover.src} alt="" loading="lazy" className="aspect-square w-16 shrink-0 rounded-control object-cover" />
                )}
                <span className="min-w-0">
                  <span className="block leading-snug font-bold">{one.title}</span>
                  <span className="block text-sm text-ink-soft">{[one.organiser, one.jp > 0 ? format.jp(one.jp) : format.duration(one.minutes * 60)].join(' · ')}</span>
                </span>
              </Link>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
