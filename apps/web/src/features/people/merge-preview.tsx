import type { merging } from '@pamong/contract/merging';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { ArrowRight, CircleCheck, CircleSlash, Combine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { Badge } from '../../ui/badge.js';
import { Card, Section } from '../../ui/card.js';
import { cx } from '../../ui/cx.js';
import { Notice } from '../../ui/notice.js';

export type MergePreviewData = ResponseOf<typeof merging.preview>;
type Side = MergePreviewData['kept'];
type Effect = MergePreviewData['parts'][number]['lines'][number]['effect'];

const ROW = 'grid grid-cols-2 gap-x-4 gap-y-0.5 border-b border-line py-3 last:border-b-0 md:grid-cols-[minmax(9rem,14rem)_1fr_1fr] md:gap-x-6 [thead_&]:border-b!';

const ICONS: Record<Effect, typeof ArrowRight> = { moves: ArrowRight, joins: Combine, ends: CircleSlash, stays: CircleCheck };

/** Both records as they are, a fact a row; what differs is bold. */
export function MergeSides({ preview: { kept, gone } }: { readonly preview: MergePreviewData }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const apart = kept.agency !== gone.agency;
  const rows: readonly (readonly [label: string, text: (side: Side) => string])[] = [
    [t('merge.number'), (side) => (side.number === null ? '–' : formatStaffNumber(side.number))],
    [t('facts.kind'), (side) => t(`kinds.${side.employmentKind}`)],
    [t('facts.status'), (side) => t(`statuses.${side.status}`)],
    [t('facts.post'), (side) => side.post ?? '–'],
    [t('facts.unit'), (side) => (apart ? `${side.unit}, ${side.agency}` : side.unit)],
    [t('fields.birthDate'), (side) => (side.birthDate === null ? '–' : format.date(side.birthDate))],
    [t('fields.email'), (side) => side.email ?? '–'],
    [t('fields.phone'), (side) => side.phone ?? '–'],
    [t('facts.account'), (side) => t(`accounts.${side.account}`)],
    [t('merge.since'), (side) => format.date(side.createdAt)],
  ];
  return (
    <Card className="py-1!">
      <table className="block">
        <caption className="sr-only">{t('merge.sides')}</caption>
        <thead className="block">
          <tr className={ROW}>
            <th scope="col" className="max-md:hidden">
              <span className="sr-only">{t('merge.fact')}</span>
            </th>
            {[kept, gone].map((side) => (
              <th key={side.personId} scope="col" className="text-start align-top font-normal">
                <Badge tone={side === kept ? 'success' : 'neutral'}>{t(side === kept ? 'merge.stays' : 'merge.goes')}</Badge>
                <span className="mt-1.5 block font-semibold break-words">{side.fullName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block">
          {rows.map(([label, text]) => (
            <tr key={label} className={ROW}>
              <th scope="row" className="text-start text-sm font-normal text-ink-soft max-md:col-span-2">
                {label}
              </th>
              {[kept, gone].map((side) => (
                <td key={side.personId} className={cx('min-w-0 break-words', text(kept) !== text(gone) && 'font-bold')}>
                  {text(side)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** Why the records cannot be merged; nothing where they can. */
export function MergeConflicts({ preview }: { readonly preview: MergePreviewData }) {
  const { t } = useTranslation(['people', 'errors']);
  if (preview.conflicts.length === 0) return null;
  return (
    <Notice tone="danger" title={t('merge.blocked')} live>
      <ul className="mt-1 grid gap-1">
        {preview.conflicts.map(({ code, params }) => (
          <li key={code}>{t([`errors:${code}`, 'core:problem.unknown'], { ...params })}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What becomes of everything that the record that goes has, in words. */
export function MergeLines({ preview }: { readonly preview: MergePreviewData }) {
  const { t } = useTranslation('people');
  const [language] = useLanguage();
  return (
    <Section title={t('merge.happens')}>
      <Card>
        {preview.parts.length === 0 && <p>{t('merge.nothing')}</p>}
        <div className="grid grid-cols-1 gap-5">
          {preview.parts.map((part) => (
            <div key={part.key}>
              <h3 className="mb-1.5 text-sm font-semibold">{part.title[language]}</h3>
              <ul className="grid grid-cols-1 gap-1.5">
                {part.lines.map((line, index) => {
                  const Icon = ICONS[line.effect];
                  return (
                    <li key={`${part.key} ${index}`} className="flex gap-2.5">
                      <Icon aria-hidden="true" className="mt-1 size-4 shrink-0 text-ink-faint" />
                      <span className="min-w-0 break-words">
                        <span className="sr-only">{t(`merge.effects.${line.effect}`)}: </span>
                        {line.words[language]}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </div>
          ))}
        </div>
      </Card>
    </Section>
  );
}
