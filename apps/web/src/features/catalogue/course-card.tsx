import type { CourseCard as CourseCardData } from '@pamong/contract/catalogue';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { Cover } from '../../ui/cover/cover.js';

/** A course in the catalogue; all of the card leads to its page. */
export function CourseCard({ course }: { readonly course: z.output<typeof CourseCardData> }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  return (
    <Card as="li" interactive padded={false} className="flex flex-col overflow-hidden">
      <Cover id={course.courseId} mark={course.code} className="aspect-[16/8] w-full" />
      <div className="flex grow flex-col p-4">
        <p className="mb-1 text-xs text-ink-soft">{course.category === '' ? t(`level.${course.level}`) : t('card.kind', { category: course.category, level: t(`level.${course.level}`) })}</p>
        <h2 className="text-base leading-snug">
          <Link to={`/pelatihan/${course.code}`} className="card-link">
            {course.title}
          </Link>
        </h2>
        <p className="mt-1 text-sm text-ink-soft">{course.organiser.shortName}</p>
        <p className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 text-sm text-ink-soft">
          <JpBadge jp={course.jp} />
          <span>{format.duration(course.minutes * 60)}</span>
          <span>{t('card.lessons', { count: course.lessons })}</span>
        </p>
      </div>
    </Card>
  );
}

/** The lesson hours that a course is worth; below 45 minutes it says so instead of "0 JP". */
export function JpBadge({ jp }: { readonly jp: number }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  return <Badge tone={jp > 0 ? 'primary' : 'neutral'}>{jp > 0 ? format.jp(jp) : t('withoutJp')}</Badge>;
}
