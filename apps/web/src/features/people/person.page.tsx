import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { useCan } from '../../shared/session/use-session.js';
import { useSlots } from '../../shared/slots/slots.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { LinkButton, TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { Tabs } from '../../ui/tabs.js';
import type { PersonData } from './person-form.js';
import { PersonFacts } from './person-facts.js';
import type { Part } from './person-parts.js';
import { StatusBadge } from './status-badge.js';

const EditDrawer = lazy(() => import('./edit-drawer.js'));
const TransferDialog = lazy(() => import('./transfer-dialogs.js'));
const PersonPhoto = lazy(() => import('./person-photo.js'));
const LikelySame = lazy(() => import('./likely-same.js'));
const PersonHistory = lazy(() => import('./person-history.js'));

/** One person with everything that the agency keeps of them, and how it came to be. */
export default function PersonPage() {
  const { t } = useTranslation('people');
  const { personId = '' } = useParams();
  const person = useQuery(routeQuery('people', 'get', { params: { personId } }));
  return (
    <QueryState query={person} errorTitle={t('person.failed')}>
      {(data) => (data.personId === personId ? <Sheet key={personId} person={data} /> : <Navigate replace to={`/kelola/pegawai/${data.personId}`} />)}
    </QueryState>
  );
}

function Sheet({ person }: { readonly person: PersonData }) {
  const { t } = useTranslation('people');
  usePageTitle(person.fullName);
  const can = useCan();
  const { personAccount: PersonAccount } = useSlots();
  const [query, setQuery] = useSearchParams();
  const [editing, setEditing] = useState<Part | null>(null);
  const [moving, setMoving] = useState(false);
  const onEdit = person.can.manage ? setEditing : undefined;
  return (
    <>
      <PageHeader
        title={person.fullName}
        crumbs={[{ label: t('list.title'), to: '/kelola/pegawai' }]}
        badges={
          <>
            <Badge tone="primary">{t(`kinds.${person.employmentKind}`)}</Badge>
            <StatusBadge status={person.status} />
            <Badge>{t(`accounts.${person.account}`)}</Badge>
          </>
        }
        action={
          <>
            {can('role.read') && (
              <LinkButton tone="secondary" to={`/kelola/akses?orang=${person.personId}`}>
                {t('person.roles')}
              </LinkButton>
            )}
            {person.can.manage && (
              <Button tone="secondary" onClick={() => setMoving(true)}>
                {t('person.transfer')}
              </Button>
            )}
          </>
        }
      >
        {[person.postName, person.unit.name].filter(Boolean).join(' · ')}
      </PageHeader>
      {person.can.manage && (
        <Suspense fallback={null}>
          <LikelySame personId={person.personId} />
        </Suspense>
      )}
      {person.warnings.length > 0 && (
        <div className="mb-5">
          <Notice tone="warning" title={t('person.lookTwice')}>
            <ul className="list-disc ps-5">
              {person.warnings.map((warning) => (
                <li key={warning}>{t(`warnings.${warning}`)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Tabs
        label={t('person.parts')}
        value={query.get('bagian') === 'riwayat' ? 'history' : 'facts'}
        onValue={(part) => setQuery(part === 'history' ? { bagian: 'riwayat' } : {}, { replace: true })}
        tabs={[
          { key: 'facts', label: t('person.facts'), content: <PersonFacts person={person} onEdit={onEdit} /> },
          { key: 'history', label: t('person.history'), content: <Suspense fallback={<SkeletonRows count={4} />}><PersonHistory person={person} /></Suspense> },
        ]}
      />
      {person.can.manage && (
        <Suspense fallback={null}>
          <PersonPhoto personId={person.personId} />
        </Suspense>
      )}
      {PersonAccount && can('account.activate') && (
        <Suspense fallback={null}>
          <PersonAccount personId={person.personId} />
        </Suspense>
      )}
      {person.can.manage && (
        <p className="mt-8 text-sm text-ink-soft">
          {t('merge.twice')} <TextLink to={`/kelola/pegawai/${person.personId}/gabung`}>{t('merge.title')}</TextLink>
        </p>
      )}
      <p className="mt-3 text-sm text-ink-faint">{t('person.recorded')}</p>
      <Suspense fallback={null}>
        {editing && <EditDrawer part={editing} person={person} onClose={() => setEditing(null)} />}
        {moving && <TransferDialog task={{ kind: 'propose', personId: person.personId, fullName: person.fullName }} onClose={() => setMoving(false)} />}
      </Suspense>
    </>
  );
}
