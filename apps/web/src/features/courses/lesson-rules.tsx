import type { LessonCompletion, LessonRelease } from '@pamong/contract/course-content';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Section } from '../../ui/card.js';
import { Checkbox, ChoiceGroup, Radio } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { DigitsInput, TextInput } from '../../ui/text-input.js';
import { localMoment, momentOf } from './local-moment.js';
import type { Course, Lesson } from './use-course.js';

export interface LessonRules {
  readonly completion?: LessonCompletion | null;
  readonly requires?: string[] | null;
  readonly release?: LessonRelease | null;
}

type Rule = LessonCompletion['rule'];

function completionOf(rule: Rule): LessonCompletion {
  if (rule === 'time') return { rule, seconds: 120 };
  if (rule === 'watched') return { rule, share: 0.9 };
  return { rule };
}

/** When a lesson is complete, what opens it, and from when. */
export function LessonRulesForm({ course, lesson, onChange }: { readonly course: Course; readonly lesson: Lesson; readonly onChange: (rules: LessonRules) => void }) {
  const { t } = useTranslation('courses');
  const [rules, setRules] = useState({ completion: lesson.completion, requires: lesson.requires, release: lesson.release });
  const set = (change: LessonRules) => {
    setRules((before) => ({ ...before, ...change }));
    onChange(change);
  };
  return (
    <Section title={t('lessonRules.title')}>
      <Card className="grid gap-7">
        <CompletionChoice offered={lesson.completions} watchThreshold={course.watchThreshold} value={rules.completion} onChange={(completion) => set({ completion })} />
        <RequiresChoice course={course} lessonId={lesson.id} value={rules.requires} onChange={(requires) => set({ requires })} />
        <ReleaseChoice value={rules.release} onChange={(release) => set({ release })} />
      </Card>
    </Section>
  );
}

interface CompletionProps {
  readonly offered: readonly Rule[];
  readonly watchThreshold: number;
  readonly value: LessonCompletion | null;
  readonly onChange: (value: LessonCompletion | null) => void;
}

function CompletionChoice({ offered, watchThreshold, value, onChange }: CompletionProps) {
  const { t } = useTranslation('courses');
  const [byDefault] = offered;
  const rule = value?.rule ?? byDefault;
  const choose = (next: Rule) => onChange(next === byDefault ? null : completionOf(next));
  return (
    <ChoiceGroup name="completion" legend={t('lessonRules.completion')}>
      {offered.map((one) => (
        <Fragment key={one}>
          <Radio name="completion" checked={rule === one} onChange={() => choose(one)} label={t(`lessonRules.rule.${one}`)} hint={t(`lessonRules.ruleHint.${one}`, { share: Math.round(watchThreshold * 100) })} />
          {one === 'time' && rule === one && (
            <NumberInput
              label={t('lessonRules.minutesRead')} value={value?.rule === 'time' ? Math.round(value.seconds / 60) : 2} least={1} most={600}
              onNumber={(minutes) => onChange({ rule: 'time', seconds: minutes * 60 })}
            />
          )}
          {one === 'watched' && rule === one && (
            <NumberInput
              label={t('lessonRules.share')} value={Math.round((value?.rule === 'watched' ? value.share : watchThreshold) * 100)} least={50} most={100}
              onNumber={(percent) => onChange(percent === Math.round(watchThreshold * 100) ? null : { rule: 'watched', share: percent / 100 })}
            />
          )}
        </Fragment>
      ))}
    </ChoiceGroup>
  );
}

interface RequiresProps {
  readonly course: Course;
  readonly lessonId: string;
  readonly value: string[] | null;
  readonly onChange: (value: string[] | null) => void;
}

function RequiresChoice({ course, lessonId, value, onChange }: RequiresProps) {
  const { t } = useTranslation('courses');
  const [chosen, setChosen] = useState(value !== null && value.length > 0);
  const others = course.modules.flatMap((module) => module.lessons.filter((lesson) => lesson.id !== lessonId));
  const mode = chosen ? 'chosen' : value === null ? 'before' : 'none';
  return (
    <ChoiceGroup name="requires" legend={t('lessonRules.requires')}>
      {(['before', 'none', 'chosen'] as const).map((one) => (
        <Radio
          key={one}
          name="requires"
          checked={mode === one}
          disabled={one === 'chosen' && others.length === 0}
          label={t(`lessonRules.opens.${one}`)}
          onChange={() => {
            setChosen(one === 'chosen');
            if (one !== 'chosen') onChange(one === 'before' ? null : []);
          }}
        />
      ))}
      {mode === 'chosen' && (
        <div className="ms-8 max-h-72 overflow-y-auto border-s-2 border-line ps-4">
          {others.map((lesson) => (
            <Checkbox
              key={lesson.id}
              label={lesson.title}
              checked={value?.includes(lesson.id) ?? false}
              onChange={(event) => onChange(event.target.checked ? [...(value ?? []), lesson.id] : (value ?? []).filter((id) => id !== lesson.id))}
            />
          ))}
        </div>
      )}
    </ChoiceGroup>
  );
}

function ReleaseChoice({ value, onChange }: { readonly value: LessonRelease | null; readonly onChange: (value: LessonRelease | null) => void }) {
  const { t } = useTranslation('courses');
  const [mode, setMode] = useState<'always' | LessonRelease['kind']>(value?.kind ?? 'always');
  const choose = (next: typeof mode) => {
    setMode(next);
    if (next === 'always') onChange(null);
    if (next === 'offset') onChange({ kind: 'offset', days: value?.kind === 'offset' ? value.days : 7 });
  };
  return (
    <ChoiceGroup name="release" legend={t('lessonRules.release')}>
      <Radio name="release" checked={mode === 'always'} label={t('lessonRules.from.always')} onChange={() => choose('always')} />
      <Radio name="release" checked={mode === 'date'} label={t('lessonRules.from.date')} onChange={() => choose('date')} />
      {mode === 'date' && (
        <Inset>
          <Field name="releaseAt" label={t('lessonRules.releaseAt')}>
            {(control) => (
              <TextInput
                {...control}
                type="datetime-local"
                className="max-w-64"
                defaultValue={value?.kind === 'date' ? localMoment(value.at) : ''}
                onChange={(event) => {
                  const at = momentOf(event.target.value);
                  if (at !== null) onChange({ kind: 'date', at });
                }}
              />
            )}
          </Field>
        </Inset>
      )}
      <Radio name="release" checked={mode === 'offset'} label={t('lessonRules.from.offset')} onChange={() => choose('offset')} />
      {mode === 'offset' && (
        <NumberInput label={t('lessonRules.days')} value={value?.kind === 'offset' ? value.days : 7} least={1} most={730} onNumber={(days) => onChange({ kind: 'offset', days })} />
      )}
    </ChoiceGroup>
  );
}

function Inset({ children }: { readonly children: ReactNode }) {
  return <div className="ms-8 border-s-2 border-line ps-4">{children}</div>;
}

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onNumber: (value: number) => void;
}

/** A whole number within limits; what is outside of them is said and not saved. */
function NumberInput({ label, value, least, most, onNumber }: NumberInputProps) {
  const { t } = useTranslation('courses');
  const [text, setText] = useState(String(value));
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  const fine = number >= least && number <= most;
  return (
    <Inset>
      <Field name={label} label={label} error={fine ? undefined : t('rules.limits', { least, most })}>
        {(control) => (
          <DigitsInput
            {...control}
            className="w-28"
            value={text}
            maxLength={4}
            onChange={(event) => {
              const typed = event.target.value.replaceAll(/\D/g, '');
              setText(typed);
              if (Number(typed) >= least && Number(typed) <= most) onNumber(Number(typed));
            }}
          />
        )}
      </Field>
    </Inset>
  );
}
