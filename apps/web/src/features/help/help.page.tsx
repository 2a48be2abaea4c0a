import type { TFunction } from 'i18next';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Card, Section } from '../../ui/card.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { SearchInput } from '../../ui/text-input.js';
import { type HelpGroup, helpTopics } from './topics.js';

/** Short answers in the product itself, by who asks; open to everyone, since who cannot sign in needs it most. */
export default function HelpPage() {
  const { t } = useTranslation('help');
  const [search, setSearch] = useSearchParams();
  const q = search.get('cari') ?? '';
  const found = (Object.keys(helpTopics) as HelpGroup[]).map((group) => ({ group, topics: topicsOf(t, group, q) })).filter(({ topics }) => topics.length > 0);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      <SearchInput label={t('search')} value={q} onValue={(value) => setSearch(value === '' ? {} : { cari: value }, { replace: true })} />
      <div className="mt-8 grid gap-8">
        {found.map(({ group, topics }) => (
          <Section key={group} title={t(`groups.${group}`)}>
            <Card padded={false} className="divide-y divide-line">
              {topics.map((topic) => (
                <details key={topic.key} id={topic.key} className="group" open={q !== '' && topics.length === 1}>
                  <summary className="flex min-h-12 items-center justify-between gap-4 px-4 py-2.5 font-medium sm:px-5 [&::-webkit-details-marker]:hidden">
                    {topic.title}
                    <ChevronDown aria-hidden="true" className="size-4.5 shrink-0 text-ink-faint transition-transform group-open:rotate-180" />
                  </summary>
                  <div className="grid gap-3 px-4 pb-4 text-ink-soft sm:px-5">
                    {topic.text.split('\n').map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </div>
                </details>
              ))}
            </Card>
          </Section>
        ))}
        {found.length === 0 && (
          <EmptyState drawing="search" title={t('none')}>
            {t('noneText')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}

/** The topics of a group that hold every word of the search. */
function topicsOf(t: TFunction<'help'>, group: HelpGroup, q: string): readonly { readonly key: string; readonly title: string; readonly text: string }[] {
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return helpTopics[group]
    .map((key) => ({ key, title: t(`topics.${group}.${key}.title`), text: t(`topics.${group}.${key}.text`) }))
    .filter(({ title, text }) => words.every((word) => `${title} ${text}`.toLocaleLowerCase().includes(word)));
}
