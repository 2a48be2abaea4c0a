import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { DataList, type Fact } from '../../ui/data-table.js';
import { TextLink } from '../../ui/link-button.js';
import { Why } from '../../ui/why.js';
import { ContractPeriods } from './contract-periods.js';
import type { Part } from './person-parts.js';
import type { PersonData } from './person-form.js';
import { StatusBadge } from './status-badge.js';

export interface PersonFactsProps {
  readonly person: PersonData;
  /** Absent for who may only read. */
  readonly onEdit: ((part: Part) => void) | undefined;
}

/** What holds today, part by part, each with its own way to change it. */
export function PersonFacts({ person, onEdit }: PersonFactsProps) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const day = (value: string | null) => (value === null ? '–' : format.date(value));
  const fact = (key: string, value: ReactNode): Fact => ({ key, label: t(`fields.${key}`), value: value ?? '–' });
  const { number, supervisor, postKind } = person;
  const status = person.statuses.find((one) => one.from <= person.today && (one.until === null || one.until >= person.today));
  const part = (name: Part, facts: readonly Fact[], why?: ReactNode) => (
    <Section title={t(`parts.${name}`)} action={<EditButton part={name} onEdit={onEdit} />}>
      <Card className="py-1!">
        <DataList facts={facts} />
        {why}
      </Card>
    </Section>
  );
  return (
    <div className="grid items-start gap-x-6 gap-y-8 xl:grid-cols-2">
      {part('employment', [
        fact('employmentKind', t(`kinds.${person.employmentKind}`)),
        { key: 'number', label: t(number?.kind === 'NI_PPPK' ? 'numbers.NI_PPPK' : 'numbers.NIP'), value: number === null ? '–' : <span className="tabular sm:whitespace-nowrap">{formatStaffNumber(number.value)}</span> },
        fact('rankCode', person.rankName === null ? person.rankCode : `${person.rankName} (${person.rankCode})`),
        fact('postKind', postKind === null ? null : t(`postKinds.${postKind}`)),
        fact('postName', person.postName),
        fact('organisationId', <UnitWay person={person} />),
      ], <WhyRule rule="rank" />)}
      {part('identity', [
        { key: 'name', label: t('facts.name'), value: person.fullName },
        fact('sex', person.sex === null ? null : t(`sexes.${person.sex}`)),
        fact('birthDate', day(person.birthDate)),
        fact('birthPlace', person.birthPlace),
      ])}
      {part('status', [
        fact('status', <StatusBadge status={person.status} />),
        ...(status?.until ? [fact('statusUntil', day(status.until))] : []),
        ...(status?.note ? [fact('statusNote', status.note)] : []),
        { key: 'counts', label: t('person.counts'), value: t(person.counts ? 'person.counted' : 'person.notCounted') },
      ], <WhyRule rule="counts" />)}
      {part('supervisor', [
        { key: 'supervisor', label: t('fields.supervisorId'), value: supervisor === null ? t('person.noSupervisor') : <TextLink to={`/kelola/pegawai/${supervisor.personId}`}>{supervisor.fullName}</TextLink> },
        ...(supervisor === null ? [] : [{ key: 'how', label: t('person.supervisorHow'), value: t(supervisor.byHand ? 'person.byHand' : 'person.fromTree') }]),
        ...(supervisor?.until ? [fact('supervisorUntil', day(supervisor.until))] : []),
      ], <WhyRule rule="supervisor" />)}
      {part('contact', [
        fact('email', person.email),
        fact('phone', person.phone),
        fact('timeZone', t(`zones.${person.timeZone}`)),
      ])}
      {(person.employmentKind.startsWith('PPPK') || person.contractPeriods.length > 0) && <ContractPeriods person={person} />}
    </div>
  );
}

function EditButton({ part, onEdit }: { readonly part: Part; readonly onEdit: ((part: Part) => void) | undefined }) {
  const { t } = useTranslation('people');
  if (!onEdit) return null;
  return (
    <Button tone="quiet" size="small" icon={<Pencil aria-hidden="true" className="size-4" />} onClick={() => onEdit(part)}>
      {t('form.change')}
      <span className="sr-only">{t(`parts.${part}`)}</span>
    </Button>
  );
}

/** The unit with those above it, the agency left out. */
function UnitWay({ person }: { readonly person: PersonData }) {
  const above = person.way.slice(1, -1);
  return (
    <>
      <TextLink to={`/kelola/unit/${person.unit.id}`}>{person.unit.name}</TextLink>
      {above.length > 0 && <span className="block text-sm font-normal text-ink-soft">{above.map((unit) => unit.name).join(' › ')}</span>}
    </>
  );
}

/** The rule behind what stands above, in plain words. */
function WhyRule({ rule }: { readonly rule: 'rank' | 'counts' | 'supervisor' }) {
  const { t } = useTranslation('people');
  return (
    <div className="border-t border-line py-1">
      <Why title={t(`why.${rule}.title`)} reasons={[{ key: rule, text: t(`why.${rule}.text`) }]} />
    </div>
  );
}
