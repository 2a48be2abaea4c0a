import type { PermissionExplanation } from '@pamong/contract/access';
import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Badge } from '../../ui/badge.js';
import { Section } from '../../ui/card.js';
import { LinkButton } from '../../ui/link-button.js';
import { ActAs } from './act-as.js';

type Answer = z.output<typeof PermissionExplanation>;
type Line = Answer['permissions'][number];

/** What somebody may do at a place with every reason, then what not and which role would give it. */
export function Explanation({ answer: { person, place, permissions } }: { readonly answer: Answer }) {
  const { t } = useTranslation('access');
  const [held, missing] = [permissions.filter((line) => line.held), permissions.filter((line) => !line.held)];
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="text-xl">{t(place.kind === 'course' ? 'explain.onCourse' : 'explain.at', { name: person.fullName, place: place.name })}</h2>
          <p className="text-ink-soft">{person.unit}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton to={`/kelola/akses?orang=${person.id}`} tone="secondary" size="small">
            {t('explain.roles')}
          </LinkButton>
          <ActAs person={person} />
        </div>
      </div>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Section title={t('explain.may')}>
          {held.length === 0 ? (
            <p className="text-ink-soft">{t('explain.nothing')}</p>
          ) : (
            <ul className="divide-y divide-line rounded-card border border-line bg-surface">
              {held.map((line) => (
                <li key={line.permission} className="flex gap-3 p-4">
                  <Check aria-hidden="true" strokeWidth={2.5} className="mt-0.5 size-5 shrink-0 text-primary" />
                  <div className="min-w-0">
                    <p className="font-medium">{t(`permissions.${line.permission}`)}</p>
                    <Reasons line={line} />
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t('explain.mayNot')}>
          {missing.length === 0 ? (
            <p className="text-ink-soft">{t('explain.everything')}</p>
          ) : (
            <ul className="divide-y divide-line rounded-card border border-line bg-surface">
              {missing.map((line) => (
                <li key={line.permission} className="flex gap-3 p-4">
                  <Minus aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-faint" />
                  <div className="min-w-0">
                    <p className="font-medium">{t(`permissions.${line.permission}`)}</p>
                    <p className="mt-1 text-sm text-ink-soft">{t(line.givenBy.length === 0 ? 'explain.nobody' : 'explain.givenBy')}</p>
                    <ul className="mt-1.5 flex flex-wrap gap-1.5">
                      {line.givenBy.map((role) => (
                        <li key={role}>
                          <Badge>{t(`roles.${role}`)}</Badge>
                        </li>
                      ))}
                    </ul>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}

function Reasons({ line }: { readonly line: Line }) {
  const { t } = useTranslation('access');
  const format = useFormat(toZone(useMe().timeZone));
  const sentence = (reason: Line['reasons'][number]): string => {
    if (reason.kind === 'teaches') return t('reason.teaches');
    const { role: name, organisation, lentBy, from, until } = reason;
    const role = t(`roles.${name}`);
    const time = until === null ? t('time.sinceLower', { from: format.shortDate(from) }) : t('time.untilLower', { until: format.shortDate(Date.parse(until) - 1) });
    if (organisation === null) return t('reason.platformRole', { role, time });
    return lentBy === null ? t('reason.role', { role, place: organisation.name, time }) : t('reason.lent', { name: lentBy, role, place: organisation.name, time });
  };
  return (
    <ul className="mt-1 grid gap-0.5 text-sm text-ink-soft">
      {line.reasons.map(sentence).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
