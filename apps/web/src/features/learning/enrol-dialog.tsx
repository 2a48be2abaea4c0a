import { ApiProblem } from '@pamong/contract/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import type { Me } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';

export interface EnrolDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly courseId: string;
  readonly title: string;
  readonly me: Me;
}

/** Asks how the name shall stand on the certificate, takes the course and opens its first lesson. */
export function EnrolDialog({ open, onClose, courseId, title, me }: EnrolDialogProps) {
  const { t } = useTranslation('learning');
  const [name, setName] = useState(me.fullName);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const sentence = useProblemSentence();

  const enrol = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.enrolments.enrol({ params: { courseId }, body: { nameOnCertificate: name } });
      await client.invalidateQueries({ queryKey: ['enrolments'] });
      const course = await client.fetchQuery(routeQuery('learning', 'course', { params: { courseId } }));
      const first = course.modules.flatMap((module) => module.lessons)[0];
      await navigate(first ? `/belajar/${courseId}/materi/${first.id}` : `/belajar/${courseId}`);
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };

  // Full, withdrawn, something to complete before: the name is not to blame.
  const closed = error instanceof ApiProblem && error.problem.status === 409 && error.code !== 'NAME_DIFFERS';
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('enrol.title')}
      description={title}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('enrol.cancel')}
          </Button>
          {!closed && (
            <Button type="submit" form="enrol" busy={busy}>
              {t('enrol.confirm')}
            </Button>
          )}
        </>
      }
    >
      {closed && <Notice tone="warning" live title={sentence(error)} />}
      <form
        id="enrol"
        hidden={closed}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enrol();
        }}
      >
        <Field name="nameOnCertificate" label={t('enrol.name')} hint={t('enrol.nameHint')} error={error === undefined || closed ? undefined : sentence(error)} required>
          {(control) => <TextInput {...control} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  );
}
