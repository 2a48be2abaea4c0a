import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Card, Section } from '../../ui/card.js';
import type { Unit } from './use-unit.js';

/** What happened to the unit, newest first, in the names of the day. */
export function UnitHistory({ events }: { readonly events: Unit['events'] }) {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  return (
    <Section title={t('history.title')}>
      <Card padded={false}>
        {events.length === 0 ? (
          <p className="p-4 text-sm text-ink-soft">{t('history.none')}</p>
        ) : (
          <ol className="divide-y divide-line">
            {events.map((event) => (
              <li key={event.id} className="px-4 py-3 sm:px-5">
                <p className="font-medium">{t(`history.${event.kind}`, event.details)}</p>
                <p className="text-sm text-ink-soft">
                  {format.dateTime(event.at)}
                  {event.by && ` · ${event.by}`}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Card>
    </Section>
  );
}
