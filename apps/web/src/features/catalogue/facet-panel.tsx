import type { FacetName, search } from '@pamong/contract/search';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { Button } from '../../ui/button.js';
import { Checkbox, ChoiceGroup } from '../../ui/choices.js';
import { type CatalogueFilter, facetNames } from './use-catalogue-filter.js';

export type Facets = ResponseOf<typeof search.courses>['facets'];
type Choice = Facets[FacetName][number];

/** Choices that are shown before one asks for all of them. */
const shownAtFirst = 5;
/** Choices with an order of their own; the others stand by their count. */
const ownOrder: { readonly [Name in FacetName]?: readonly string[] } = {
  jp: ['0', '1-3', '4-6', '7'],
  level: ['basic', 'intermediate', 'advanced'],
  duration: ['60', '180', '480', 'more'],
};

/** Narrowing by topic, JP, level and so on: several choices each, every one with the number of courses that it would show. */
export function FacetPanel({ facets, filter }: { readonly facets: Facets; readonly filter: CatalogueFilter }) {
  return (
    <div className="grid gap-6">
      {facetNames.map((name) => (
        <FacetGroup key={name} name={name} choices={facets[name]} chosen={filter.choices[name]} onChoose={(values) => filter.choose(name, values)} />
      ))}
    </div>
  );
}

interface FacetGroupProps {
  readonly name: FacetName;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

function FacetGroup({ name, choices: given, chosen, onChoose }: FacetGroupProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const nameOf = useChoiceName();
  const [all, setAll] = useState(false);
  // What is chosen stays in sight though nothing is left of it.
  const choices = [...given, ...chosen.filter((value) => !given.some((choice) => choice.value === value)).map((value) => ({ value, name: '', count: 0 }))];
  const order = ownOrder[name];
  if (order) choices.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  // A single choice is none.
  if (choices.length < 2 && chosen.length === 0) return null;
  const shown = all ? choices : choices.filter((choice, index) => index < shownAtFirst || chosen.includes(choice.value));
  const toggle = (value: string) => onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <ChoiceGroup legend={t(`facet.${name}`)}>
      <div className="-mt-1 grid">
        {shown.map((choice) => (
          <Checkbox
            key={choice.value}
            className="min-h-9! py-1.5! touch:min-h-11!"
            checked={chosen.includes(choice.value)}
            onChange={() => toggle(choice.value)}
            label={
              <span className="flex items-baseline justify-between gap-3 text-sm">
                <span className="min-w-0 break-words">{nameOf(name, choice)}</span>
                <span className="tabular shrink-0 text-ink-soft">{format.number(choice.count)}</span>
              </span>
            }
          />
        ))}
        {shown.length < choices.length && (
          <Button tone="quiet" size="small" className="justify-self-start" onClick={() => setAll(true)}>
            {t('facet.all', { count: choices.length })}
          </Button>
        )}
      </div>
    </ChoiceGroup>
  );
}

/** What a choice is called in the language of the screen. */
function useChoiceName(): (facet: FacetName, choice: Choice) => string {
  const { t } = useTranslation('catalogue');
  const [language] = useLanguage();
  return (facet, { value, name }) => {
    if (facet === 'jp') return t(`jp.${value}`);
    if (facet === 'level') return t(`level.${value}`);
    if (facet === 'form') return t(`form.${value}`);
    if (facet === 'duration') return t(`duration.${value}`);
    if (facet === 'language') return new Intl.DisplayNames([language], { type: 'language' }).of(value) ?? value;
    return name === '' ? value : name;
  };
}
