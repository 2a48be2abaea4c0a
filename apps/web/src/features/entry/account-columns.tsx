import type { AccountPerson } from '@pamong/contract/entry';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Checkbox } from '../../ui/choices.js';
import type { Column } from '../../ui/data-table.js';

export type Account = z.output<typeof AccountPerson>;

export const STATES = ['none', 'invited', 'active', 'disabled'] as const;

const TONES: Record<Account['state'], Tone> = { none: 'neutral', invited: 'info', active: 'success', disabled: 'warning' };

/** Columns of the list of accounts; the first chooses people. */
export function useAccountColumns(chosen: ReadonlySet<string>, onChosen: (chosen: ReadonlySet<string>) => void): Column<Account>[] {
  const { t } = useTranslation('entry');
  const format = useFormat(toZone(useMe().timeZone));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  return [
    {
      key: 'name', phone: 'title', header: t('accounts.name'),
      cell: (row) => <Checkbox label={row.fullName} hint={row.unit} checked={chosen.has(row.personId)} onChange={() => toggle(row.personId)} />,
    },
    { key: 'number', header: t('accounts.number'), cell: (row) => row.number ?? '–', fit: true },
    { key: 'email', header: t('accounts.email'), cell: (row) => <span className="break-all">{row.email ?? t('accounts.noEmail')}</span> },
    { key: 'state', header: t('accounts.state'), cell: (row) => <Badge tone={TONES[row.state]}>{t(`accounts.states.${row.state}`)}</Badge>, fit: true },
    {
      key: 'until', header: t('accounts.invitation'), fit: true,
      cell: (row) => (row.invitation ? t(`accounts.by.${row.invitation.by}`, { until: format.shortDate(row.invitation.expiresAt) }) : '–'),
    },
  ];
}
