import type { QuestionForAuthor } from '@pamong/contract/questions';
import type { QuizRules } from '@pamong/contract/quizzes';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type * as z from 'zod';

/** The questions of a published quiz with their key. */
@Entity('quiz_paper')
export class QuizPaperEntity {
  @PrimaryColumn('uuid') versionId!: string;
  @PrimaryColumn('uuid') lessonId!: string;
  @Column('jsonb') rules!: z.output<typeof QuizRules>;
  @Column('jsonb') questions!: QuestionForAuthor[];
}
