import type { RoleAssignment } from '@pamong/contract/access';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { toast } from '../../ui/toast-store.js';

export type Assignment = z.output<typeof RoleAssignment>;

const tones = { active: 'success', upcoming: 'info', ended: 'neutral' } as const;

/** Roles with their holders; what ended stays to be read. */
export function AssignmentTable({ rows }: { readonly rows: readonly Assignment[] }) {
  const { t } = useTranslation('access');
  const end = useEnd();
  const columns: Column<Assignment>[] = [
    {
      key: 'person',
      header: t('column.person'),
      phone: 'title',
      cell: ({ person }) => (
        <>
          <Link to={`/kelola/akses?orang=${person.id}`} className="text-primary-ink underline-offset-4 hover:underline">
            {person.fullName}
          </Link>
          <span className="block text-sm font-normal text-ink-soft">{person.unit}</span>
        </>
      ),
    },
    { key: 'role', header: t('column.role'), cell: ({ role, reason }) => <RoleCell name={t(`roles.${role}`)} reason={reason} /> },
    { key: 'place', header: t('column.place'), cell: ({ organisation }) => organisation.name },
    { key: 'time', header: t('column.time'), cell: (row) => <Period row={row} />, fit: true },
    { key: 'state', header: t('column.state'), cell: ({ state }) => <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>, fit: true },
    {
      key: 'actions',
      header: t('column.actions'),
      align: 'end',
      fit: true,
      cell: (row) =>
        row.can.end && (
          <Button tone="secondary" size="small" busy={end.isPending && end.variables.id === row.id} onClick={() => end.mutate(row)}>
            {t('end.action')}
            <span className="sr-only">{t('end.of', { role: t(`roles.${row.role}`), name: row.person.fullName })}</span>
          </Button>
        ),
    },
  ];
  return <DataTable caption={t('list.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function RoleCell({ name, reason }: { readonly name: string; readonly reason: string | null }) {
  return (
    <>
      <span className="block font-medium">{name}</span>
      {reason && <span className="block text-ink-soft">{reason}</span>}
    </>
  );
}

function Period({ row: { from, until, endedAt, endedBy } }: { readonly row: Assignment }) {
  const { t } = useTranslation('access');
  const format = useFormat(toZone(useMe().timeZone));
  // The end is the first moment in which it no longer counts; people name the last day.
  const last = endedAt ?? (until === null ? null : new Date(Date.parse(until) - 1));
  return (
    <>
      <span className="block">{last === null ? t('time.since', { from: format.shortDate(from) }) : t('time.range', { from: format.shortDate(from), until: format.shortDate(last) })}</span>
      {endedBy && <span className="block text-ink-soft">{t('time.endedBy', { name: endedBy })}</span>}
    </>
  );
}

/** Ends a role at once and offers to take that back. */
function useEnd() {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const refresh = () => client.invalidateQueries({ queryKey: ['access'] });
  const named = (row: Assignment) => ({ role: t(`roles.${row.role}`), name: row.person.fullName });
  const fail = (error: unknown) => toast({ text: sentence(error), tone: 'danger' });
  const restore = useMutation({
    mutationFn: (row: Assignment) => api.access.restore({ params: { assignmentId: row.id } }),
    onSuccess: (_answer, row) => toast({ text: t('end.undone', named(row)), tone: 'success' }),
    onError: fail,
    onSettled: refresh,
  });
  return useMutation({
    mutationFn: (row: Assignment) => api.access.end({ params: { assignmentId: row.id } }),
    onSuccess: (_answer, row) => toast({ text: t('end.done', named(row)), undo: () => restore.mutate(row) }),
    onError: fail,
    onSettled: refresh,
  });
}
