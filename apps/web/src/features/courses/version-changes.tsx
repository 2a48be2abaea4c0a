import type { courseLifecycle } from '@pamong/contract/course-lifecycle';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Card } from '../../ui/card.js';
import { ChoiceGroup, Radio } from '../../ui/choices.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';

type Changes = ResponseOf<typeof courseLifecycle.changes>;
export type LearnersChoice = 'stay' | 'move';

interface VersionChangesProps {
  readonly courseId: string;
  readonly choice: LearnersChoice;
  readonly onChoice: (choice: LearnersChoice) => void;
}

/** What the next version changes of the one that learners have, for how many, and whether they stay or move. */
export function VersionChanges({ courseId, choice, onChoice }: VersionChangesProps) {
  const { t } = useTranslation('courses');
  const changes = useQuery({ ...routeQuery('courseLifecycle', 'changes', { params: { courseId } }), staleTime: 0 });
  return (
    <QueryState query={changes} skeleton={<SkeletonText lines={4} />} errorTitle={t('changes.failed')}>
      {(found) => (
        <Card className="grid gap-5">
          <h2 className="text-base">{t('changes.title')}</h2>
          <ChangeList changes={found} />
          {found.learners.inProgress > 0 && <LearnersStanding changes={found} choice={choice} onChoice={onChoice} />}
        </Card>
      )}
    </QueryState>
  );
}

function ChangeList({ changes }: { readonly changes: Changes }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const { added, removed, changed, facts, minutes } = changes;
  const lines = [
    ...added.map((one) => ({ key: `+${one.lessonId}`, mark: '+', text: t(one.required ? 'changes.addedRequired' : 'changes.added', { title: one.title, module: one.module }) })),
    ...removed.map((one) => ({ key: `-${one.lessonId}`, mark: '−', text: t('changes.removed', { title: one.title }) })),
    ...changed.map((one) => ({ key: `~${one.lessonId}`, mark: '~', text: t('changes.changed', { title: one.title, fields: one.fields.map((field) => t(`changes.field.${field}`)).join(', ') }) })),
    ...(facts.length > 0 ? [{ key: 'facts', mark: '~', text: t('changes.facts', { fields: facts.map((fact) => t(`changes.fact.${fact}`)).join(', ') }) }] : []),
    ...(minutes.before === minutes.after ? [] : [{ key: 'minutes', mark: '~', text: t('changes.minutes', { before: format.number(minutes.before), after: format.number(minutes.after) }) }]),
  ];
  if (lines.length === 0) return <p className="text-ink-soft">{t('changes.none')}</p>;
  return (
    <ul className="grid gap-1.5">
      {lines.map((line) => (
        <li key={line.key} className="flex gap-2.5">
          <span aria-hidden="true" className="w-4 shrink-0 text-center font-bold text-ink-soft">
            {line.mark}
          </span>
          <span className="min-w-0">{line.text}</span>
        </li>
      ))}
    </ul>
  );
}

function LearnersStanding({ changes, choice, onChoice }: { readonly changes: Changes; readonly choice: LearnersChoice; readonly onChoice: (choice: LearnersChoice) => void }) {
  const { t } = useTranslation('courses');
  const { inProgress, needMore, loseLessons, locked } = changes.learners;
  const effects = [
    ...(needMore > 0 ? [t('changes.needMore', { count: needMore })] : []),
    ...(loseLessons > 0 ? [t('changes.loseLessons', { count: loseLessons })] : []),
    ...(locked > 0 ? [t('changes.locked', { count: locked })] : []),
  ];
  return (
    <ChoiceGroup name="learners" legend={t('changes.learners', { count: inProgress })}>
      <Radio look="card" name="learners" checked={choice === 'stay'} onChange={() => onChoice('stay')} label={t('changes.stay')} hint={t('changes.stayHint')} />
      <Radio look="card" name="learners" checked={choice === 'move'} onChange={() => onChoice('move')} label={t('changes.move')} hint={[t('changes.moveHint'), ...effects].join(' ')} />
    </ChoiceGroup>
  );
}
