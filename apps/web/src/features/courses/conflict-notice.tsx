import { ApiProblem } from '@pamong/contract/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { toast } from '../../ui/toast-store.js';
import type { SaveState } from './autosave.js';
import { TextDifference } from './text-difference.js';
import type { Lesson } from './use-course.js';

interface ConflictProps {
  readonly courseId: string;
  readonly lessonId: string;
  readonly error: ApiProblem;
  /** What stands in this editor. */
  readonly mine: { readonly title: string; readonly body: unknown };
  /** Saves this editor's text over the state that has this revision. */
  readonly onKeepMine: (revision: number) => void;
}

/** Was saving stopped because another author was faster? */
export function conflictOf(state: SaveState): ApiProblem | null {
  return state.kind === 'stopped' && state.error instanceof ApiProblem && state.error.code === 'LESSON_CHANGED' ? state.error : null;
}

/**
 * Two authors in one lesson: who was faster and when, what differs, and which text stays. Whichever is chosen, the other one
 * lies in the history.
 */
export function ConflictNotice({ courseId, lessonId, error, mine, onKeepMine }: ConflictProps) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const sentence = useProblemSentence();
  const [theirs, setTheirs] = useState<Lesson | null>(null);
  const params = { courseId, lessonId };
  const { by, at } = error.problem.params;
  const fail = (problem: unknown) => toast({ text: sentence(problem), tone: 'danger' });
  const look = useMutation({ mutationFn: () => api.courses.getLesson({ params }), onSuccess: setTheirs, onError: fail });
  const keepMine = useMutation({ mutationFn: () => api.courses.getLesson({ params }), onSuccess: ({ revision }) => onKeepMine(revision), onError: fail });
  const takeTheirs = useMutation({
    mutationFn: async () => {
      const now = await api.courses.getLesson({ params });
      // Mine goes into the history first, so that nothing is lost; then theirs comes back over it.
      const kept = await api.courses.changeLesson({ params, body: { revision: now.revision, title: mine.title, body: mine.body } });
      await api.courseLifecycle.restoreRevision({ params: { ...params, revision: String(now.revision) }, body: { revision: kept.revision } });
    },
    onSuccess: () => window.location.reload(),
    onError: fail,
  });
  const place = useRef<HTMLDivElement>(null);
  // Whoever writes far below would write on without seeing that nothing is saved any more.
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), []);
  const busy = look.isPending || keepMine.isPending || takeTheirs.isPending;
  return (
    <div ref={place} className="mb-5 grid gap-3">
      <Notice
        tone="danger"
        live
        title={by ? t('conflict.title', { name: by, at: format.clock(String(at)) }) : t('conflict.titleUnknown')}
        action={
          <div className="flex flex-wrap gap-2">
            {theirs === null && (
              <Button tone="secondary" size="small" disabled={busy} onClick={() => look.mutate()}>
                {t('conflict.look')}
              </Button>
            )}
            <Button size="small" disabled={busy} onClick={() => keepMine.mutate()}>
              {t('conflict.mine')}
            </Button>
            <Button tone="secondary" size="small" disabled={busy} onClick={() => takeTheirs.mutate()}>
              {t('conflict.theirs')}
            </Button>
          </div>
        }
      >
        {t('conflict.text')}
      </Notice>
      {theirs && <TextDifference before={theirs} after={mine} />}
    </div>
  );
}
