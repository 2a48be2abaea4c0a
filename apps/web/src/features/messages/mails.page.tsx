import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Languages, RotateCw, Search, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { useSettledAgency } from '../../shared/session/use-settled-agency.js';
import { AgencyChooser } from '../../ui/agency-chooser.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { Select } from '../../ui/select.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { LetterLanguageDialog } from './letter-language-dialog.js';
import { MailDrawer } from './mail-drawer.js';
import { MAIL_STATES, type Mail, MailStateBadge, type MailState } from './mail-state.js';
import { TestMailDialog } from './test-mail-dialog.js';

/** Every mail of the agencies that this admin looks after: did it leave, and if not, why. */
export default function MailsPage() {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const [query, setQuery] = useSearchParams();
  const [typed, setTyped] = useState(query.get('cari') ?? '');
  const [testing, setTesting] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const search = query.get('cari') ?? '';
  const state = MAIL_STATES.find((one) => one === query.get('status'));
  const { agencies } = useSettledAgency('mail.manage');
  const several = agencies.length > 1;
  const agencyId = query.get('instansi') ?? '';
  const ofAgency = agencyId ? { agencyId } : {};
  const list = useQuery(routeQuery('mails', 'list', { query: { page: Number(query.get('page') ?? 1), search, ...(state ? { state } : {}), ...ofAgency } }));
  const open = query.get('surat');
  const change = (changes: Record<string, string | null>) =>
    setQuery((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  const columns = useColumns((id) => change({ surat: id }));
  const counts = list.data?.counts ?? {};
  const stateOption = (one: MailState) => ({ value: one, label: `${t(`mails.states.${one}`)} (${format.number(counts[one] ?? 0)})` });
  return (
    <>
      <PageHeader
        title={t('mails.title')}
        action={
          <>
            {list.data?.can.decideLanguage && (agencyId || !several) && (
              <Button tone="secondary" icon={<Languages aria-hidden="true" className="size-4.5" />} onClick={() => setDeciding(true)}>
                {t('letters.open', { language: t(`letters.languages.${list.data.language}`) })}
              </Button>
            )}
            {list.data?.server && (
              <Button tone="secondary" icon={<Send aria-hidden="true" className="size-4.5" />} onClick={() => setTesting(true)}>
                {t('test.open')}
              </Button>
            )}
          </>
        }
      >
        {t('mails.lead')}
      </PageHeader>
      <AgencyChooser agencies={agencies} value={agencyId} onChoose={(id) => change({ instansi: id, page: null })} all={t('mails.allAgencies')} label={t('mails.ofAgency')} />
      <form
        role="search"
        className="mb-5 grid gap-2 sm:grid-cols-[minmax(0,24rem)_minmax(0,14rem)_max-content]"
        onSubmit={(event) => {
          event.preventDefault();
          change({ cari: typed.trim(), page: null });
        }}
      >
        <TextInput aria-label={t('mails.search')} placeholder={t('mails.search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} before={<Search aria-hidden="true" className="size-4.5" />} />
        <Select aria-label={t('mails.state')} placeholder={t('mails.allStates')} value={state ?? ''} options={MAIL_STATES.map(stateOption)} onChange={(event) => change({ status: event.target.value, page: null })} />
        <Button type="submit" tone="secondary">
          {t('mails.find')}
        </Button>
      </form>
      <QueryState query={list} skeleton={<SkeletonRows count={6} />} errorTitle={t('mails.failed')}>
        {({ items, page, size, total, server, demo }) => (
          <>
            <Standing ofAgency={ofAgency} server={server} demo={demo} stuck={(counts.gave_up ?? 0) + (counts.failed ?? 0)} />
            <DataTable caption={t('mails.title')} columns={columns} rows={items} rowKey={(row) => row.id} empty={<Nothing searched={search !== '' || state !== undefined} />} />
            <Pagination page={page} size={size} total={total} />
          </>
        )}
      </QueryState>
      {open && <MailDrawer mailId={open} onClose={() => change({ surat: null })} />}
      {deciding && list.data && <LetterLanguageDialog ofAgency={ofAgency} language={list.data.language} onClose={() => setDeciding(false)} />}
      {testing && <TestMailDialog onClose={() => setTesting(false)} />}
    </>
  );
}

/** What holds for all mails at once: nothing is sent here, no server, or some that wait for help. */
function Standing({ ofAgency, server, demo, stuck }: { readonly ofAgency: { readonly agencyId?: string }; readonly server: string | null; readonly demo: boolean; readonly stuck: number }) {
  const { t } = useTranslation('messages');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => api.mails.sendAllAgain({ query: ofAgency }),
    onSuccess: ({ count }) => toast({ text: t('mails.sentAgain', { count }), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['mails'] }),
  });
  if (demo) return <Around><Notice title={t('mails.demoTitle')}>{t('mails.demoText')}</Notice></Around>;
  if (server === null) return <Around><Notice tone="warning" title={t('mails.noServerTitle')}>{t('mails.noServerText')}</Notice></Around>;
  if (stuck === 0) return null;
  return (
    <Around>
      <Notice
        tone="warning"
        title={t('mails.stuckTitle', { count: stuck })}
        action={
          <Button tone="secondary" size="small" icon={<RotateCw aria-hidden="true" className="size-4" />} busy={again.isPending} onClick={() => again.mutate()}>
            {t('mails.againAll')}
          </Button>
        }
      >
        {t('mails.stuckText')}
      </Notice>
    </Around>
  );
}

function Around({ children }: { readonly children: ReactNode }) {
  return <div className="mb-5">{children}</div>;
}

function Nothing({ searched }: { readonly searched: boolean }) {
  const { t } = useTranslation('messages');
  return (
    <EmptyState drawing={searched ? 'search' : 'inbox'} title={t(searched ? 'mails.notFoundTitle' : 'mails.emptyTitle')}>
      {t(searched ? 'mails.notFoundText' : 'mails.emptyText')}
    </EmptyState>
  );
}

function useColumns(onOpen: (id: string) => void): Column<Mail>[] {
  const { t } = useTranslation('messages');
  const format = useFormat(toZone(useMe().timeZone));
  return [
    {
      key: 'subject', header: t('mails.subject'), phone: 'title',
      cell: (row) => (
        <button type="button" className="min-h-11 text-start font-semibold wrap-anywhere text-primary-ink underline decoration-1 underline-offset-4 hover:decoration-2" onClick={() => onOpen(row.id)}>
          {row.subject}
        </button>
      ),
    },
    {
      key: 'to', header: t('mails.to'),
      cell: (row) => (
        <>
          <span className="block">{row.to.name}</span>
          <span className="block text-ink-soft break-all">{row.to.address}</span>
        </>
      ),
    },
    { key: 'state', header: t('mails.state'), cell: (row) => <MailStateBadge state={row.state} />, fit: true },
    { key: 'at', header: t('mails.at'), cell: (row) => `${format.shortDate(row.sentAt ?? row.createdAt)}, ${format.time(row.sentAt ?? row.createdAt)}`, fit: true, align: 'end' },
  ];
}
