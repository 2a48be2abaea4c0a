import { ArrowLeft, ArrowRight, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { cx } from '../../ui/cx.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { Countdown } from './countdown.js';
import { QuestionView } from './question-view.js';
import { type AttemptView, useAnswers } from './use-answers.js';

export interface TakeAttemptProps {
  readonly attempt: AttemptView;
  readonly lessonPath: string;
  /** The attempt takes no answers any more: read it again. */
  readonly onClosed: () => void;
}

/** Answering: one question at a time, each stored when it is chosen; everything is there after a reload. */
export function TakeAttempt({ attempt, lessonPath, onClosed }: TakeAttemptProps) {
  const { t } = useTranslation('quizzes');
  const sentence = useProblemSentence();
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const answers = useAnswers(attempt, (error) => {
    setProblem(sentence(error));
    onClosed();
  });
  const answered = (id: string) => (answers.choices.get(id)?.length ?? 0) > 0;
  const open = attempt.questions.filter((question) => !answered(question.id)).length;
  const [at, setAt] = useState(() => Math.max(0, attempt.questions.findIndex((question) => !answered(question.id))));
  const question = attempt.questions[at];
  const last = at === attempt.questions.length - 1;

  const submit = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if (!(await answers.flush())) {
        setProblem(t('take.waitForNetwork'));
        return;
      }
      await api.quizzes.submit({ params: { attemptId: attempt.id } });
      onClosed();
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };

  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col px-4 sm:px-6">
      <header className="sticky top-0 z-20 -mx-4 flex items-center justify-between gap-3 border-b border-line bg-paper px-2 py-2 sm:-mx-6 sm:px-4">
        <Link to={lessonPath} aria-label={t('backToLesson')} className="grid size-11 place-items-center rounded-control hover:bg-sunken">
          <ArrowLeft aria-hidden="true" className="size-5" />
        </Link>
        <SaveState waiting={answers.waiting} savedAt={answers.savedAt} />
        {attempt.deadlineAt ? <Countdown deadlineAt={attempt.deadlineAt} serverNow={attempt.serverNow} onOver={() => void answers.flush().then(onClosed)} /> : <span className="w-11" />}
      </header>
      <h1 tabIndex={-1} className="sr-only">
        {t('start.attempt', { number: attempt.number })}
      </h1>
      <div className="grow py-6">
        {problem && (
          <div className="mb-5">
            <Notice tone="danger" live>
              {problem}
            </Notice>
          </div>
        )}
        <Navigator attempt={attempt} at={at} answered={answered} onGo={setAt} />
        {question && (
          <div className="mt-6">
            <QuestionView
              key={question.id}
              question={question}
              number={at + 1}
              total={attempt.questions.length}
              choice={answers.choices.get(question.id) ?? []}
              onChoose={(choice) => answers.choose(question.id, choice)}
            />
          </div>
        )}
      </div>
      <footer className="sticky bottom-0 -mx-4 flex items-center justify-between gap-3 border-t border-line bg-paper px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6">
        <Button tone="quiet" disabled={at === 0} onClick={() => setAt(at - 1)} icon={<ArrowLeft className="size-4" />}>
          {t('take.previous')}
        </Button>
        {last || open === 0 ? (
          <Button tone="accent" busy={busy} onClick={() => (open > 0 ? setAsking(true) : void submit())} icon={<Send className="size-4" />}>
            {t('take.submit')}
          </Button>
        ) : (
          <Button onClick={() => setAt(at + 1)} icon={<ArrowRight className="size-4" />}>
            {t('take.next')}
          </Button>
        )}
      </footer>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('take.unansweredTitle', { count: open })}
        description={t('take.unansweredText')}
        actions={
          <>
            <Button tone="secondary" onClick={() => setAsking(false)}>
              {t('take.goOn')}
            </Button>
            <Button busy={busy} onClick={() => void submit()}>
              {t('take.submitAnyway')}
            </Button>
          </>
        }
      />
    </div>
  );
}

/** "Tersimpan pukul 10.32.07", or how many answers wait for the network. */
function SaveState({ waiting, savedAt }: { readonly waiting: number; readonly savedAt: string | null }) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  return (
    <p role="status" className={cx('min-w-0 text-center text-sm leading-tight text-balance', waiting > 0 ? 'font-semibold text-warning-ink' : 'text-ink-soft')}>
      {waiting > 0 ? t('take.waiting', { count: waiting }) : savedAt ? t('take.saved', { time: format.clock(savedAt, true) }) : t('take.willSave')}
    </p>
  );
}

interface NavigatorProps {
  readonly attempt: AttemptView;
  readonly at: number;
  readonly answered: (id: string) => boolean;
  readonly onGo: (index: number) => void;
}

function Navigator({ attempt, at, answered, onGo }: NavigatorProps) {
  const { t } = useTranslation('quizzes');
  return (
    <nav aria-label={t('take.questions')}>
      <ol className="flex flex-wrap gap-1.5">
        {attempt.questions.map((question, index) => {
          const done = answered(question.id);
          return (
            <li key={question.id}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                aria-label={t(done ? 'take.goAnswered' : 'take.goOpen', { number: index + 1 })}
                onClick={() => onGo(index)}
                className={cx(
                  'tabular grid size-10 place-items-center rounded-control border text-sm font-semibold',
                  index === at ? 'border-primary ring-2 ring-primary' : 'border-line',
                  done ? 'bg-primary-soft text-primary-ink' : 'bg-surface text-ink-soft hover:bg-sunken',
                )}
              >
                {index + 1}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
