import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { CompletionRules } from './completion-rules.js';
import { LearningService } from './learning.service.js';
import { ProgressRepository } from './progress.repository.js';

/** What a learner's page tells of a lesson that is read: opened, how long, to the end, done. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly db: Database,
    private readonly learning: LearningService,
    private readonly progress: ProgressRepository,
    private readonly rules: CompletionRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes that a lesson was opened; completes it where its rule asks no more.
   * @throws Problem NOT_ENROLLED, NOT_FOUND, LESSON_LOCKED, LESSON_NOT_RELEASED
   */
  async open(personId: string, courseId: string, lessonId: string): Promise<void> {
    const { enrolmentId, lesson, done } = await this.learning.openLesson(this.db, personId, courseId, lessonId);
    if (!done && this.rules.met(lesson.completion, { seconds: 0, end: false, marked: false })) {
      await this.db.tx((tx) => this.learning.completeLesson(tx, { enrolmentId, lessonId }));
    } else {
      await this.progress.open(this.db, enrolmentId, lessonId, this.clock.now());
    }
  }

  /**
   * Notes how far a lesson was read. The same again changes nothing; time is credited up to what passed since it was opened.
   * @param told `seconds` that the page was before the learner's eyes, all visits together
   * @returns whether the lesson is complete now
   * @throws Problem NOT_ENROLLED, NOT_FOUND, LESSON_LOCKED, LESSON_NOT_RELEASED
   */
  async note(personId: string, courseId: string, lessonId: string, told: { readonly seconds: number; readonly end: boolean }): Promise<{ completed: boolean; seconds: number }> {
    const { enrolmentId, lesson, done } = await this.learning.openLesson(this.db, personId, courseId, lessonId);
    const now = this.clock.now();
    await this.progress.open(this.db, enrolmentId, lessonId, now);
    const { seconds, end } = await this.progress.noteReading(this.db, enrolmentId, lessonId, now, told);
    if (done) return { completed: true, seconds };
    const completed = this.rules.met(lesson.completion, { seconds, end, marked: false });
    if (completed) await this.db.tx((tx) => this.learning.completeLesson(tx, { enrolmentId, lessonId }));
    return { completed, seconds };
  }

  /**
   * The learner says that a lesson is done.
   * @throws Problem LESSON_NOT_MARKABLE where something else decides (coverage, score, time)
   * @throws Problem NOT_ENROLLED, NOT_FOUND, LESSON_LOCKED, LESSON_NOT_RELEASED
   */
  async markDone(personId: string, courseId: string, lessonId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const { enrolmentId, lesson, done } = await this.learning.openLesson(tx, personId, courseId, lessonId);
      if (done) return;
      if (lesson.completion.rule !== 'marked') throw new Problem('LESSON_NOT_MARKABLE');
      await this.learning.completeLesson(tx, { enrolmentId, lessonId });
    });
  }
}
