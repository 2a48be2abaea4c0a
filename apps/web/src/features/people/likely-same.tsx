import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';

/** Records that may be the same person, each with a way to compare; nothing where there is none. */
export default function LikelySame({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('people');
  const likely = useQuery(routeQuery('merging', 'listLikely', { params: { personId } }));
  const items = likely.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="mb-5">
      <Notice tone="warning" title={t('merge.likely')}>
        <ul className="mt-1 grid gap-2">
          {items.map((one) => (
            <li key={one.personId}>
              <TextLink to={mergePath(personId, one.personId)}>{t('merge.compareWith', { name: one.fullName })}</TextLink>
              <span className="block text-ink-soft">
                {[one.number === null ? null : formatStaffNumber(one.number), one.unit, one.signs.map((sign) => t(`merge.signs.${sign}`)).join(', ')].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** The page that compares two records; the first one stays unless somebody swaps them. */
export function mergePath(keptId: string, goneId?: string): string {
  return `/kelola/pegawai/${keptId}/gabung${goneId === undefined ? '' : `?dengan=${goneId}`}`;
}
