import type { QuizForAuthor } from '@pamong/contract/quizzes';
import type { QuestionForAuthor, QuestionKindName } from '@pamong/contract/questions';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../shared/new-id.js';
import type { LessonEditorProps } from '../../shared/slots/slots.js';
import { Button } from '../../ui/button.js';
import { Section } from '../../ui/card.js';
import { Switch } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { TextInput } from '../../ui/text-input.js';
import { Textarea } from '../../ui/textarea.js';
import { QuestionEditor } from './question-editor.js';

/** A quiz as its author edits it; the course editor around it saves. */
export default function QuizEditor({ lessonId, body, onChange }: LessonEditorProps) {
  const { t } = useTranslation('quizzes');
  const quiz = body as QuizForAuthor;
  const change = (part: Partial<QuizForAuthor>) => onChange({ ...quiz, ...part });
  const rules = (part: Partial<QuizForAuthor['rules']>) => change({ rules: { ...quiz.rules, ...part } });
  const move = (from: number, to: number) => {
    const moved = quiz.questions.toSpliced(from, 1);
    const question = quiz.questions[from];
    if (question && to >= 0 && to < quiz.questions.length) change({ questions: moved.toSpliced(to, 0, question) });
  };
  return (
    <div className="grid gap-8">
      <Field name={`${lessonId}-introduction`} label={t('editor.introduction')} optional>
        {(control) => <Textarea {...control} value={quiz.introduction} maxLength={4000} onChange={(event) => change({ introduction: event.target.value })} />}
      </Field>
      <Section title={t('start.rules')}>
        <div className="grid gap-4">
          <Switch label={t('editor.final')} hint={t('editor.finalHint')} checked={quiz.rules.final} onChange={(event) => rules({ final: event.target.checked })} />
          <Switch label={t('editor.shuffleQuestions')} checked={quiz.rules.shuffleQuestions} onChange={(event) => rules({ shuffleQuestions: event.target.checked })} />
          <Switch label={t('editor.shuffleOptions')} checked={quiz.rules.shuffleOptions} onChange={(event) => rules({ shuffleOptions: event.target.checked })} />
          <Field name={`${lessonId}-limit`} label={t('editor.limit')} hint={t('editor.limitHint')} optional>
            {(control) => (
              <TextInput
                {...control}
                type="number"
                min={1}
                max={600}
                className="max-w-40"
                value={quiz.rules.timeLimitMinutes ?? ''}
                onChange={(event) => rules({ timeLimitMinutes: minutesOf(event.target.value) })}
              />
            )}
          </Field>
        </div>
      </Section>
      <Section title={t('editor.questions', { count: quiz.questions.length })}>
        <ol className="grid gap-4">
          {quiz.questions.map((question, index) => (
            <QuestionEditor
              key={question.id}
              number={index + 1}
              total={quiz.questions.length}
              question={question}
              onChange={(changed) => change({ questions: quiz.questions.with(index, changed) })}
              onMove={(by) => move(index, index + by)}
              onRemove={() => change({ questions: quiz.questions.toSpliced(index, 1) })}
            />
          ))}
        </ol>
        <div className="mt-4 flex flex-wrap gap-3">
          {(['single', 'multiple'] as const).map((kind) => (
            <Button key={kind} tone="secondary" icon={<Plus className="size-4" />} onClick={() => change({ questions: [...quiz.questions, blankQuestion(kind, t('editor.newQuestion'), t('editor.newOption'))] })}>
              {t(`editor.add.${kind}`)}
            </Button>
          ))}
        </div>
      </Section>
    </div>
  );
}

function minutesOf(typed: string): number | null {
  const minutes = Number.parseInt(typed, 10);
  return Number.isNaN(minutes) ? null : Math.min(600, Math.max(1, minutes));
}

/** Texts are never empty, so that every state of the editor can be saved. */
function blankQuestion(kind: QuestionKindName, text: string, option: string): QuestionForAuthor {
  const options = [1, 2, 3, 4].map((number) => ({ id: newId(), text: `${option} ${number}`, right: number === 1 }));
  return { id: newId(), kind, text, points: 1, options, explanation: '' };
}
