import { ApiProblem } from '@pamong/contract/client';
import type { courses } from '@pamong/contract/courses';
import type { RequestOf } from '@pamong/contract/kernel/route';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { faultSentence } from '../../shared/form/fault-sentence.js';
import type { SaveState } from './autosave.js';
import { useAutosave } from './use-autosave.js';
import { type Course, useShowCourse } from './use-course.js';

export type FactsChange = Omit<RequestOf<typeof courses.change>['body'], 'revision'>;

export interface CourseForm {
  /** The course as typed: what is saved, with what is not saved yet over it. */
  readonly values: Course & FactsChange;
  /** Shows and saves a change of some fields. */
  readonly change: (change: FactsChange) => void;
  readonly state: SaveState;
  readonly errorOf: (field: string) => string | undefined;
}

/** Facts and rules of a course, saved by themselves. One for all tabs, so that they share one revision. */
export function useCourseForm(course: Course): CourseForm {
  const { t } = useTranslation('core');
  const show = useShowCourse();
  const [typed, setTyped] = useState<FactsChange>({});
  const { autosave, state } = useAutosave<FactsChange>({
    revision: course.revision,
    save: async (change, revision, leaving) => {
      const saved = await api.courses.change({ params: { courseId: course.id }, body: { ...change, revision } }, { keepalive: leaving });
      show(saved);
      return saved;
    },
  });
  const faults = state.kind === 'invalid' && state.error instanceof ApiProblem ? (state.error.problem.faults ?? []) : [];
  return {
    values: { ...course, ...typed },
    change: (change) => {
      setTyped((before) => ({ ...before, ...change }));
      autosave.push(change);
    },
    state,
    errorOf: (field) => {
      const fault = faults.find(({ path }) => path === `body.${field}` || path.startsWith(`body.${field}.`));
      return fault && faultSentence(t, fault);
    },
  };
}
