import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { loginPath } from '../../shared/routing/return-path.js';
import { useSession } from '../../shared/session/use-session.js';
import type { CourseActionProps } from '../../shared/slots/slots.js';
import { Button } from '../../ui/button.js';
import { LinkButton } from '../../ui/link-button.js';
import { EnrolDialog } from './enrol-dialog.js';
import { SaveCourse } from './save-course.js';

/** The one action of a course page: sign in and take it, take it, or go on. */
export default function CourseAction({ courseId, title }: CourseActionProps) {
  const { t, i18n } = useTranslation('learning');
  const { me } = useSession();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const mine = useQuery({ ...routeQuery('enrolments', 'mine'), enabled: me !== null });
  // A visitor pressed the button, signed in and comes back: the dialog opens by itself.
  const [open, setOpen] = useState(search.has('ikuti'));
  useEffect(() => {
    void i18n.loadNamespaces('learning');
  }, [i18n]);
  if (!me) {
    return (
      <LinkButton tone="accent" size="large" wide to={loginPath(`${pathname}?ikuti=1`)}>
        {t('enrol.action')}
      </LinkButton>
    );
  }
  const taken = mine.data?.items.find((item) => item.courseId === courseId);
  if (taken) {
    return (
      <LinkButton tone="accent" size="large" wide to={taken.nextLesson ? `/belajar/${courseId}/materi/${taken.nextLesson.id}` : `/belajar/${courseId}`}>
        {taken.completedAt ? t('enrol.again') : t('enrol.continue')}
      </LinkButton>
    );
  }
  return (
    <>
      <Button tone="accent" size="large" wide onClick={() => setOpen(true)} disabled={mine.isPending}>
        {t('enrol.action')}
      </Button>
      <SaveCourse courseId={courseId} />
      <EnrolDialog open={open && !mine.isPending} onClose={() => setOpen(false)} courseId={courseId} title={title} me={me} />
    </>
  );
}
