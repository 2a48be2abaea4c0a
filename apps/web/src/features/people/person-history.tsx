import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Card, Section } from '../../ui/card.js';
import { TextLink } from '../../ui/link-button.js';
import type { PersonData } from './person-form.js';

interface Line {
  readonly key: string;
  readonly from: string;
  readonly until: string | null;
  readonly text: ReactNode;
  readonly note?: string | null;
}

/** What was, what is and what is planned, newest first. */
export default function PersonHistory({ person }: { readonly person: PersonData }) {
  const { t } = useTranslation('people');
  return (
    <div className="grid items-start gap-x-6 gap-y-8 xl:grid-cols-2">
      <Lines title={t('history.units')} today={person.today} lines={person.units.map((one) => ({ ...one, key: one.from, text: one.name }))} />
      <Lines title={t('history.numbers')} today={person.today} lines={person.numbers.map((one) => ({ ...one, key: one.value + one.from, text: <span className="tabular">{`${t(`numbers.${one.kind}`)} ${formatStaffNumber(one.value)}`}</span> }))} />
      <Lines title={t('history.statuses')} today={person.today} lines={person.statuses.map((one) => ({ ...one, key: one.from, text: t(`statuses.${one.status}`) }))} />
      <Lines title={t('history.supervisors')} today={person.today} empty={t('history.noSupervisors')} lines={person.supervisors.map((one) => ({ ...one, key: one.from, text: <TextLink to={`/kelola/pegawai/${one.personId}`}>{one.fullName}</TextLink> }))} />
    </div>
  );
}

function Lines({ title, lines, today, empty }: { readonly title: string; readonly lines: readonly Line[]; readonly today: string; readonly empty?: string }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <Section title={title}>
      <Card className="py-1!">
        {lines.length === 0 ? (
          <p className="py-3 text-ink-soft">{empty ?? t('history.nothing')}</p>
        ) : (
          <ol className="divide-y divide-line">
            {lines.map((line) => (
              <li key={line.key} className="py-3">
                <p className="font-medium">{line.text}</p>
                <p className="text-sm text-ink-soft">
                  {line.until === null ? t(line.from > today ? 'history.fromOn' : 'history.since', { from: format.date(line.from) }) : t('history.fromUntil', { from: format.date(line.from), until: format.date(line.until) })}
                </p>
                {line.note && <p className="mt-1 text-sm">{line.note}</p>}
              </li>
            ))}
          </ol>
        )}
      </Card>
    </Section>
  );
}
