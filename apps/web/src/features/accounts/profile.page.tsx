import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../shared/i18n/i18n.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { useMe } from '../../shared/session/use-session.js';
import { useSlots } from '../../shared/slots/slots.js';
import { THEMES, useTheme } from '../../shared/theme.js';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { toZone, zoneLabel } from '../../shared/format/zones.js';
import { Card, Section } from '../../ui/card.js';
import { ChoiceGroup, Radio } from '../../ui/choices.js';
import { DataList } from '../../ui/data-table.js';
import { PageHeader } from '../../ui/page-header.js';
import { EmailLine } from './email-line.js';
import { LetterLanguage } from './letter-language.js';
import { OpenSessions } from './open-sessions.js';
import { Security } from './security.js';

/** Who I am to the agency (read only), how Pamong looks to me, and where I am signed in. */
export default function ProfilePage() {
  const { t } = useTranslation('accounts');
  const { ownPhoto: OwnPhoto } = useSlots();
  return (
    <>
      <PageHeader title={t('profile.title')}>{t('profile.lead')}</PageHeader>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="grid gap-8">
          <Section title={t('profile.identity')}>
            <Identity />
          </Section>
          {OwnPhoto && (
            <Suspense fallback={null}>
              <OwnPhoto />
            </Suspense>
          )}
        </div>
        <div className="grid gap-8">
          <Section title={t('profile.display')}>
            <Display />
          </Section>
          <Section title={t('letters.title')}>
            <LetterLanguage />
          </Section>
        </div>
        <Section title={t('security.title')} className="lg:col-span-2">
          <Security />
        </Section>
        <Section title={t('sessions.title')} className="lg:col-span-2">
          <OpenSessions />
        </Section>
      </div>
    </>
  );
}

function Identity() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const facts = [
    { key: 'name', label: t('profile.name'), value: me.fullName },
    ...(me.number ? [{ key: 'number', label: t(`profile.numbers.${me.number.kind}`), value: <span className="tabular">{formatStaffNumber(me.number.value)}</span> }] : []),
    { key: 'kind', label: t('profile.kind'), value: t(`profile.kinds.${me.employmentKind}`) },
    ...(me.rank ? [{ key: 'rank', label: t('profile.rank'), value: me.rank }] : []),
    ...(me.post ? [{ key: 'post', label: t('profile.post'), value: me.post }] : []),
    { key: 'unit', label: t('profile.unit'), value: me.unit },
    { key: 'agency', label: t('profile.agency'), value: me.agency.name },
    { key: 'email', label: t('profile.email'), value: <EmailLine email={me.email} /> },
    { key: 'zone', label: t('profile.zone'), value: zoneLabel(toZone(me.timeZone)) },
  ];
  return (
    <Card className="py-1!">
      <DataList facts={facts} />
      <p className="border-t border-line py-3 text-sm text-ink-soft">{t('profile.correct')}</p>
    </Card>
  );
}

function Display() {
  const { t } = useTranslation(['accounts', 'core']);
  const [theme, setTheme] = useTheme();
  const [language, setLanguage] = useLanguage();
  return (
    <Card className="grid gap-6">
      <ChoiceGroup legend={t('core:shell.theme')}>
        {THEMES.map((key) => (
          <Radio key={key} name="theme" look="card" label={t(`core:shell.themes.${key}`)} checked={theme === key} onChange={() => setTheme(key)} />
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={t('core:shell.language')}>
        {LANGUAGES.map((key) => (
          <Radio key={key} name="language" look="card" label={t(`profile.languages.${key}`)} checked={language === key} onChange={() => void setLanguage(key)} />
        ))}
      </ChoiceGroup>
      <p className="text-sm text-ink-soft">{t('profile.onThisDevice')}</p>
    </Card>
  );
}
