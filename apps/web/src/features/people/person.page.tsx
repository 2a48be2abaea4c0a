import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { usePageTitle } from '../../shared/routing/use-page-title.js';
import { useCan } from '../../shared/session/use-session.js';
import { Badge } from '../../ui/badge.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { Tabs } from '../../ui/tabs.js';
import { EditDrawer, type Part } from './edit-drawer.js';
import type { PersonData } from './person-form.js';
import { PersonFacts } from './person-facts.js';
import { PersonHistory } from './person-history.js';
import { StatusBadge } from './status-badge.js';

/** One person with everything that the agency keeps of them, and how it came to be. */
export default function PersonPage() {
  const { t } = useTranslation('people');
  const { personId = '' } = useParams();
  const person = useQuery(routeQuery('people', 'get', { params: { personId } }));
  return (
    <QueryState query={person} errorTitle={t('person.failed')}>
      {(data) => <Sheet key={data.personId} person={data} />}
    </QueryState>
  );
}

function Sheet({ person }: { readonly person: PersonData }) {
  const { t } = useTranslation('people');
  usePageTitle(person.fullName);
  const can = useCan();
  const [query, setQuery] = useSearchParams();
  const [editing, setEditing] = useState<Part | null>(null);
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
          can('role.read') && (
            <LinkButton tone="secondary" to={`/kelola/akses?orang=${person.personId}`}>
              {t('person.roles')}
            </LinkButton>
          )
        }
      >
        {[person.postName, person.unit.name].filter(Boolean).join(' · ')}
      </PageHeader>
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
          { key: 'history', label: t('person.history'), content: <PersonHistory person={person} /> },
        ]}
      />
      <p className="mt-8 text-sm text-ink-faint">{t('person.recorded')}</p>
      {editing && <EditDrawer part={editing} person={person} onClose={() => setEditing(null)} />}
    </>
  );
}
