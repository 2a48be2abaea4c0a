import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Mail, Printer, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/choices.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { Select } from '../../ui/select.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { CodeSheet, type Codes } from './code-sheet.js';
import { STATES, useAccountColumns } from './account-columns.js';
import { OutsideRegistration } from './outside-registration.js';
import { NarrowedNotice } from './narrowed-notice.js';
import { type Skipped, SkippedNotice } from './skipped-notice.js';

/** As many slips as one request makes. */
const MOST_CODES = 60;

/** Who has an account; invite by mail, or print codes for people without mail. */
export default function AccountsPage() {
  const { t } = useTranslation('entry');
  const [query, setQuery] = useSearchParams();
  const [typed, setTyped] = useState(query.get('cari') ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [codes, setCodes] = useState<Codes | null>(null);
  const [skipped, setSkipped] = useState<readonly Skipped[]>([]);
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const search = query.get('cari') ?? '';
  const state = STATES.find((one) => one === query.get('status'));
  const importId = query.get('impor') ?? '';
  const mailless = query.get('surel') === 'tanpa';
  const list = useQuery(
    routeQuery('entry', 'accounts', {
      query: {
        page: Number(query.get('page') ?? 1), size: mailless ? MOST_CODES : 20, search,
        ...(state ? { state } : {}), ...(mailless ? { email: 'no' as const } : {}), ...(importId ? { importId } : {}),
      },
    }),
  );
  const done = (left: readonly Skipped[]) => {
    setSkipped(left);
    setChosen(new Set());
    return client.invalidateQueries({ queryKey: ['entry', 'accounts'] });
  };
  const onError = (error: unknown) => toast({ text: sentence(error), tone: 'danger' });
  const told = (invited: number) => toast({ text: t('accounts.invited', { count: invited }), tone: invited > 0 ? 'success' : 'neutral' });
  const invite = useMutation({
    mutationFn: () => api.entry.invite({ body: { personIds: [...chosen] } }),
    onSuccess: (answer) => {
      told(answer.invited);
      return done(answer.skipped);
    },
    onError,
  });
  const everyone = useMutation({
    mutationFn: async () => {
      let invited = 0;
      for (;;) {
        const answer = await api.entry.inviteEveryone({ body: { search } });
        invited += answer.invited;
        if (answer.left === 0) return { invited, skipped: answer.skipped };
      }
    },
    onSuccess: (answer) => {
      told(answer.invited);
      return done(answer.skipped);
    },
    onError,
  });
  const print = useMutation({
    mutationFn: (personIds: readonly string[]) => api.entry.makeCodes({ body: { personIds: [...personIds] } }),
    onSuccess: (answer) => {
      if (answer.codes.length > 0) setCodes(answer);
      return done(answer.skipped);
    },
    onError,
  });
  const columns = useAccountColumns(chosen, setChosen);
  const change = (changes: Record<string, string>) => {
    setChosen(new Set());
    setQuery((before) => {
      const next = new URLSearchParams(before);
      next.delete('page');
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  };

  if (codes) return <CodeSheet codes={codes} onClose={() => setCodes(null)} />;
  const mail = list.data?.mail ?? false;
  const rows = list.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t('accounts.title')}
        action={
          mail && !importId && (
            <Button tone="secondary" busy={everyone.isPending} onClick={() => everyone.mutate()}>
              {t('accounts.everyone')}
            </Button>
          )
        }
      >
        {t('accounts.lead')}
      </PageHeader>
      {(importId || mailless) && <NarrowedNotice importId={importId} mailless={mailless} rows={rows} total={list.data?.total ?? 0} busy={print.isPending} onPrint={(ids) => print.mutate(ids)} />}
      <form
        role="search"
        className="mb-4 grid gap-2 sm:grid-cols-[minmax(0,24rem)_minmax(0,14rem)_max-content]"
        onSubmit={(event) => {
          event.preventDefault();
          change({ cari: typed.trim() });
        }}
      >
        <TextInput aria-label={t('accounts.search')} placeholder={t('accounts.search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} before={<Search aria-hidden="true" className="size-4.5" />} />
        <Select aria-label={t('accounts.state')} placeholder={t('accounts.allStates')} value={state ?? ''} options={STATES.map((one) => ({ value: one, label: t(`accounts.states.${one}`) }))} onChange={(event) => change({ status: event.target.value })} />
        <Button type="submit" tone="secondary">
          {t('accounts.find')}
        </Button>
      </form>
      {list.data && !mail && (
        <div className="mb-4">
          <Notice>{t('accounts.noMail')}</Notice>
        </div>
      )}
      <SkippedNotice skipped={skipped} onClose={() => setSkipped([])} />
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <Checkbox label={t('accounts.chooseAll')} checked={rows.length > 0 && rows.every((row) => chosen.has(row.personId))} onChange={(event) => setChosen(new Set(event.target.checked ? rows.map((row) => row.personId) : []))} className="me-2 text-sm" />
        <p role="status" className="me-2 text-sm text-ink-soft">
          {t('accounts.chosen', { count: chosen.size })}
        </p>
        {mail && (
          <Button size="small" disabled={chosen.size === 0} busy={invite.isPending} icon={<Mail aria-hidden="true" className="size-4" />} onClick={() => invite.mutate()}>
            {t('accounts.invite')}
          </Button>
        )}
        <Button size="small" tone={mail ? 'secondary' : 'primary'} disabled={chosen.size === 0 || chosen.size > MOST_CODES} busy={print.isPending} icon={<Printer aria-hidden="true" className="size-4" />} onClick={() => print.mutate([...chosen])}>
          {t('accounts.print')}
        </Button>
      </div>
      <QueryState query={list} skeleton={<SkeletonRows count={6} />} errorTitle={t('accounts.failed')}>
        {({ items, page, size, total, registration }) => (
          <>
            <DataTable
              caption={t('accounts.title')}
              columns={columns}
              rows={items}
              rowKey={(row) => row.personId}
              empty={<EmptyState drawing="people" title={t('accounts.noneTitle')}>{t('accounts.noneText')}</EmptyState>}
            />
            <Pagination page={page} size={size} total={total} />
            {registration.change && mail && <OutsideRegistration open={registration.open} />}
          </>
        )}
      </QueryState>
    </>
  );
}
