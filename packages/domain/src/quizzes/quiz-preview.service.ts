import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { QuestionForLearner } from '@pamong/contract/questions';
import { QuizForAuthor } from '@pamong/contract/quizzes';
import { Database } from '@pamong/platform/database/database';
import { CourseOutlineService } from '../courses/course-outline.service.js';
import { QuestionKinds } from '../questions/question-kinds.js';
import { drawOrder } from './shuffle.rules.js';

/** The questions of a draft as a learner would meet them. No attempt is made, nothing is stored. */
@Injectable()
export class QuizPreviewService {
  constructor(
    private readonly db: Database,
    private readonly outline: CourseOutlineService,
    private readonly kinds: QuestionKinds,
  ) {}

  /**
   * One draw of the order, the same at every look: each learner gets another.
   * @throws Problem NOT_FOUND when the course has no such lesson, or it is no quiz
   */
  async questions(courseId: string, lessonId: string): Promise<QuestionForLearner[]> {
    const lesson = await this.outline.getLesson(this.db, courseId, lessonId);
    if (lesson.kind !== 'quiz') throw new Problem('NOT_FOUND');
    const { questions, rules } = QuizForAuthor.parse(lesson.body);
    const order = drawOrder(questions, rules, lessonId);
    const byId = new Map(questions.map((question) => [question.id, question]));
    return order.questions.flatMap((id) => {
      const question = byId.get(id);
      return question === undefined ? [] : [this.kinds.get(question.kind).forLearner(question, order.options[id] ?? [])];
    });
  }
}
