import type { QuizContent } from '@pamong/contract/quizzes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import type { LessonViewProps } from '../../shared/slots/slots.js';
import { Card, Section } from '../../ui/card.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { QuestionView } from './question-view.js';
import { QuizRules } from './quiz-rules.js';

/** A quiz as its author previews it: rules and questions as the learner sees them, without keys; what is chosen here is kept nowhere. */
export default function QuizPreview({ course, lesson, content }: LessonViewProps) {
  const { t } = useTranslation('quizzes');
  const quiz = content as z.output<typeof QuizContent>;
  const query = useQuery({ ...routeQuery('quizzes', 'preview', { params: { courseId: course.courseId, lessonId: lesson.id } }), gcTime: 0 });
  const [choices, setChoices] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const { passMark, maxAttempts, retryAfterMinutes } = course.rules;
  return (
    <div className="grid gap-6">
      {quiz.introduction !== '' && <p className="prose whitespace-pre-line">{quiz.introduction}</p>}
      <QuizRules content={quiz} passMark={passMark} maxAttempts={maxAttempts} used={0} retryAfterMinutes={retryAfterMinutes} />
      <Section title={t('preview.questions')}>
        <QueryState query={query} skeleton={<SkeletonText lines={6} />} errorTitle={t('preview.failed')}>
          {({ questions }) =>
            questions.length === 0 ? (
              <Notice title={t('preview.empty')} />
            ) : (
              <div className="grid gap-4">
                <p className="text-sm text-ink-soft">{t(quiz.rules.shuffleQuestions || quiz.rules.shuffleOptions ? 'preview.noteShuffled' : 'preview.note')}</p>
                {questions.map((question, index) => (
                  <Card key={question.id}>
                    <QuestionView
                      question={question}
                      number={index + 1}
                      total={questions.length}
                      choice={choices.get(question.id) ?? []}
                      onChoose={(choice) => setChoices(new Map(choices).set(question.id, choice))}
                    />
                  </Card>
                ))}
              </div>
            )
          }
        </QueryState>
      </Section>
    </div>
  );
}
