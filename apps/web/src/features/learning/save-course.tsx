import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast-store.js';

/** Keeps a course for later, or no longer. */
export function SaveCourse({ courseId }: { readonly courseId: string }) {
  const { t } = useTranslation('learning');
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const saved = useQuery(routeQuery('enrolments', 'saved'));
  const kept = saved.data?.items.some((one) => one.courseId === courseId) ?? false;
  const change = useMutation({
    mutationFn: () => (kept ? api.enrolments.forget({ params: { courseId } }) : api.enrolments.save({ params: { courseId } })),
    onSuccess: () => client.invalidateQueries({ queryKey: routeQuery('enrolments', 'saved').queryKey }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  const Icon = kept ? BookmarkCheck : Bookmark;
  return (
    <Button tone="quiet" wide aria-pressed={kept} busy={change.isPending} disabled={saved.isPending} icon={<Icon aria-hidden="true" className="size-4.5" />} onClick={() => change.mutate()}>
      {t(kept ? 'saved.kept' : 'saved.keep')}
    </Button>
  );
}
