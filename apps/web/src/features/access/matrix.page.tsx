import { type Permission, type Role, permissions, permissionsOf, roles } from '@pamong/contract/permissions';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Select } from '../../ui/select.js';
import { SearchInput } from '../../ui/text-input.js';
import { AccessTabs } from './access-tabs.js';
import { useAddressFilter } from '../../shared/routing/use-address-filter.js';

/** Learning needs no permission, so learners have no column. */
const shownRoles = roles.filter((role) => role !== 'learner');
const areaOf = (permission: Permission) => permission.split('.')[0] ?? '';

/** What each role may do, as the code of Pamong says it. */
export default function MatrixPage() {
  const { t } = useTranslation('access');
  const filter = useAddressFilter();
  const q = filter.get('q');
  const role = shownRoles.find((one) => one === filter.get('peran'));
  const columns = role === undefined ? shownRoles : [role];
  const rows = permissions.filter((permission) => {
    const text = `${t(`permissions.${permission}`)} ${t(`areas.${areaOf(permission)}`)} ${permission}`.toLowerCase();
    return text.includes(q.trim().toLowerCase()) && (role === undefined || permissionsOf[role].includes(permission));
  });
  return (
    <>
      <PageHeader title={t('matrix.title')}>{t('matrix.lead')}</PageHeader>
      <AccessTabs />
      <div className="mb-4 grid gap-2 sm:grid-cols-[minmax(0,22rem)_14rem]">
        <SearchInput label={t('matrix.search')} value={q} onValue={(value) => filter.set({ q: value })} />
        <Select
          aria-label={t('matrix.role')}
          placeholder={t('matrix.allRoles')}
          value={role ?? ''}
          options={shownRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChange={(event) => filter.set({ peran: event.target.value })}
        />
      </div>
      <p role="status" className="mb-3 text-sm text-ink-soft">
        {t('matrix.count', { count: rows.length })}
      </p>
      {rows.length === 0 ? (
        <EmptyState drawing="search" title={t('matrix.none')}>
          {t('matrix.noneHint')}
        </EmptyState>
      ) : (
        <Matrix permissions={rows} roles={columns} />
      )}
      <p className="mt-4 text-sm text-ink-soft">{t('matrix.everyone')}</p>
    </>
  );
}

/** A grid where there is room for one; on a phone each permission is a card that names its roles. */
function Matrix({ permissions: rows, roles: columns }: { readonly permissions: readonly Permission[]; readonly roles: readonly Role[] }) {
  const { t } = useTranslation('access');
  return (
    <>
      <div className="hidden rounded-card border border-line bg-surface lg:block">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{t('matrix.caption')}</caption>
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="px-4 py-3 text-start align-bottom text-xs font-semibold text-ink-soft">
                {t('matrix.permission')}
              </th>
              {columns.map((role) => (
                <th key={role} scope="col" className="w-12 px-1 py-3 align-bottom text-xs font-semibold text-ink-soft">
                  <span className="inline-block rotate-180 text-start whitespace-nowrap [writing-mode:vertical-rl]">{t(`roles.${role}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((permission) => (
              <tr key={permission} className="border-b border-line last:border-b-0 hover:bg-hover">
                <th scope="row" className="px-4 py-2.5 text-start font-medium">
                  {t(`permissions.${permission}`)}
                  <span className="block text-xs font-normal text-ink-soft">{t(`areas.${areaOf(permission)}`)}</span>
                </th>
                {columns.map((role) => (
                  <td key={role} className="px-1 py-2.5 text-center">
                    <Mark held={permissionsOf[role].includes(permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="grid gap-3 sm:grid-cols-2 lg:hidden">
        {rows.map((permission) => (
          <li key={permission} className="rounded-card border border-line bg-surface p-4">
            <p className="text-xs text-ink-soft">{t(`areas.${areaOf(permission)}`)}</p>
            <p className="font-semibold">{t(`permissions.${permission}`)}</p>
            <p className="sr-only">{t('matrix.holders')}</p>
            <ul className="mt-2.5 flex flex-wrap gap-1.5">
              {shownRoles.filter((role) => permissionsOf[role].includes(permission)).map((role) => (
                <li key={role}>
                  <Badge>{t(`roles.${role}`)}</Badge>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function Mark({ held }: { readonly held: boolean }) {
  const { t } = useTranslation('access');
  if (!held) return <span className="sr-only">{t('matrix.no')}</span>;
  return (
    <>
      <Check aria-hidden="true" strokeWidth={2.5} className="mx-auto size-4.5 text-primary" />
      <span className="sr-only">{t('matrix.yes')}</span>
    </>
  );
}
