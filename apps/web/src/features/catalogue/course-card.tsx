import type { CourseCard as CourseCardData } from '@pamong/contract/search';
import { Building2, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { Cover } from '../../ui/cover/cover.js';
import { cx } from '../../ui/cx.js';
import { Marked } from '../../ui/marked.js';
import { LessonHits } from './lesson-hits.js';

interface CourseCardProps {
  readonly course: CourseCardData;
  /** One course a row, with the lessons in which the words were found: what one reads after a search. */
  readonly row: boolean;
}

/** A course in the catalogue; all of the card leads to its page. */
export function CourseCard({ course, row }: CourseCardProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Card as="li" interactive padded={false} className={cx('flex flex-col overflow-hidden', row && 'sm:flex-row')}>
      <CoursePicture course={course} mark={!row} className={row ? 'w-40 shrink-0 max-sm:hidden' : 'aspect-[16/8] w-full'} />
      <div className="flex min-w-0 grow flex-col p-4">
        <p className="mb-1 text-xs text-ink-soft">
          {[...(course.category === '' ? [] : [course.category]), t(`level.${course.level}`), ...(course.form === 'self_paced' ? [] : [t(`form.${course.form}`)])].join(' · ')}
        </p>
        <h2 className="text-base leading-snug">
          <Link to={`/pelatihan/${course.code}`} className="card-link">
            <Marked parts={course.heading} />
          </Link>
        </h2>
        <p className="mt-1 text-sm text-ink-soft">{course.organiser.shortName}</p>
        <Weights course={course} />
        <LessonHits course={course} />
      </div>
    </Card>
  );
}

/** The author's picture, or a drawn cover; a narrow one has no room for the code. */
function CoursePicture({ course, mark, className }: { readonly course: CourseCardData; readonly mark: boolean; readonly className: string }) {
  const { cover } = course;
  return cover === null ? (
    <Cover id={course.courseId} {...(mark ? { mark: course.code } : {})} className={className} />
  ) : (
    <img src={cover.src} width={cover.width} height={cover.height} alt="" loading="lazy" className={cx('object-cover', className)} />
  );
}

/** What a course gives and what it takes: hours, time, megabytes, a seat, other courses. */
function Weights({ course }: { readonly course: CourseCardData }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { seatsLeft, prerequisites } = course;
  return (
    <div className="mt-auto pt-3 text-sm text-ink-soft">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <JpBadge jp={course.jp} />
        <span>{format.duration(course.minutes * 60)}</span>
        <span>{t('card.lessons', { count: course.lessons })}</span>
        {course.bytes > 0 && <span>{format.size(course.bytes)}</span>}
      </p>
      {(seatsLeft !== null || course.agencyOnly || course.enrolled) && (
        <p className="mt-2 flex flex-wrap gap-1.5">
          {course.enrolled && (
            <Badge tone="success" icon={<Check className="size-3.5" />}>
              {t('card.enrolled')}
            </Badge>
          )}
          {seatsLeft !== null && <Badge tone={seatsLeft === 0 ? 'neutral' : 'warning'}>{seatsLeft === 0 ? t('card.full') : t('card.seats', { count: seatsLeft, shown: format.number(seatsLeft) })}</Badge>}
          {course.agencyOnly && <Badge icon={<Building2 className="size-3.5" />}>{t('card.agencyOnly')}</Badge>}
        </p>
      )}
      {prerequisites.length > 0 && <p className="mt-2 break-words">{t('card.requires', { titles: prerequisites.map((one) => one.title).join(', ') })}</p>}
    </div>
  );
}

/** The lesson hours that a course is worth; below 45 minutes it says so instead of "0 JP". */
export function JpBadge({ jp }: { readonly jp: number }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  return <Badge tone={jp > 0 ? 'primary' : 'neutral'}>{jp > 0 ? format.jp(jp) : t('withoutJp')}</Badge>;
}
