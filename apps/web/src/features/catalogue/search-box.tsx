import { useQuery } from '@tanstack/react-query';
import { BookOpen, Layers, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Marked } from '../../ui/marked.js';
import { type Suggestion, SuggestInput } from '../../ui/suggest-input.js';
import type { CatalogueFilter } from './use-catalogue-filter.js';

const typingPauseMs = 200;

/** Searches on Enter; suggests courses and topics while one types. `/` comes here from anywhere on the page. */
export function SearchBox({ filter }: { readonly filter: CatalogueFilter }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const navigate = useNavigate();
  const { q, wantsToType } = filter;
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  // The address changed from elsewhere: back button, the search of the top bar, "clear".
  if (known !== q) {
    setKnown(q);
    setTyped(q);
  }
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wantsToType) field.current?.focus();
  }, [wantsToType]);
  useSlash(() => field.current);
  const asked = useRested(typed.trim());
  const found = useQuery({ ...routeQuery('search', 'suggest', { query: { q: asked } }), enabled: asked.length >= 2 && asked !== q, staleTime: 60_000 });
  const icon = 'size-5';
  const suggestions: Suggestion[] =
    typed.trim().length < 2 || typed.trim() === q || found.data === undefined
      ? []
      : [
          ...found.data.courses.map((course) => ({
            key: `course ${course.code}`, icon: <BookOpen aria-hidden="true" className={icon} />, label: <Marked parts={course.title} />,
            hint: [course.jp > 0 ? format.jp(course.jp) : t('withoutJp'), format.duration(course.minutes * 60)].join(' · '),
          })),
          ...found.data.topics.map((topic) => ({
            key: `topic ${topic.value}`, icon: <Layers aria-hidden="true" className={icon} />, label: topic.value, hint: t('suggest.topic', { count: topic.count, shown: format.number(topic.count) }),
          })),
          { key: 'search', icon: <Search aria-hidden="true" className={icon} />, label: t('suggest.all', { words: found.data.corrected ?? typed.trim() }) },
        ];
  const pick = (key: string) => {
    const value = key.slice(key.indexOf(' ') + 1);
    if (key.startsWith('course ')) void navigate(`/pelatihan/${value}`);
    else if (key.startsWith('topic ')) {
      setTyped('');
      filter.onlyTopic(value);
    } else filter.search(found.data?.corrected ?? typed.trim());
  };
  return (
    <SuggestInput
      ref={field}
      label={t('list.search')}
      value={typed}
      onValue={(value) => {
        setTyped(value);
        if (value === '' && q !== '') filter.search('');
      }}
      suggestions={suggestions}
      onPick={pick}
      onSubmit={() => filter.search(typed.trim())}
      status={t('suggest.count', { count: suggestions.length })}
      className="max-w-2xl"
    />
  );
}

/** What was typed when typing last rested, so that each letter is not a request. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** The key `/` leads to the search, unless one is writing something. */
function useSlash(field: () => HTMLInputElement | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return;
      event.preventDefault();
      field()?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
