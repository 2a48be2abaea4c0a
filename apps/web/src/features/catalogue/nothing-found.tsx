import type { search } from '@pamong/contract/search';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import type { CatalogueFilter } from './use-catalogue-filter.js';

interface NothingFoundProps {
  readonly instead: ResponseOf<typeof search.courses>['instead'];
  readonly filter: CatalogueFilter;
}

/** Nothing was found: what may lead on, each with what it would show. */
export function NothingFound({ instead, filter }: NothingFoundProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  if (!filter.active) {
    return (
      <EmptyState drawing="search" title={t('list.noneYet')}>
        {t('list.noneYetHint')}
      </EmptyState>
    );
  }
  return (
    <EmptyState drawing="search" title={filter.q === '' ? t('list.noneChosen') : t('list.noneFound', { words: filter.q })}>
      <p>{t('list.noneFoundHint')}</p>
      <div className="mt-5 grid gap-5 text-start">
        {instead.words.length > 0 && (
          <Ways title={t('instead.words')}>
            {instead.words.map((word) => (
              <Button key={word} tone="secondary" size="small" onClick={() => filter.search(word)}>
                {word}
              </Button>
            ))}
          </Ways>
        )}
        {instead.without.length > 0 && (
          <Ways title={t('instead.without')}>
            {instead.without.map(({ facet, count }) => (
              <Button key={facet} tone="secondary" size="small" onClick={() => filter.choose(facet, [])}>
                {t('instead.withoutOne', { facet: t(`facet.${facet}`), shown: format.number(count) })}
              </Button>
            ))}
          </Ways>
        )}
        {instead.topics.length > 0 && (
          <Ways title={t('instead.topics')}>
            {instead.topics.map(({ value, count }) => (
              <Button key={value} tone="secondary" size="small" onClick={() => filter.onlyTopic(value)}>
                {t('instead.topic', { topic: value, shown: format.number(count) })}
              </Button>
            ))}
          </Ways>
        )}
      </div>
    </EmptyState>
  );
}

function Ways({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  );
}
