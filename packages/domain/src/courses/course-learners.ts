import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import type { CourseChanges } from '@pamong/contract/course-lifecycle';
import type { Reader } from '@pamong/platform/database/database';
import type * as z from 'zod';

export type LearnersAffected = z.output<typeof CourseChanges>['learners'];

/** Who takes a course, as authors must know it before they publish. Enrolments and progress are features of their own, which join here. */
export interface LearnerCounter {
  /** @param before the version that new learners get now; null: there is none */
  count(reader: Reader, courseId: string, before: CompiledCourse | null, after: CompiledCourse): Promise<LearnersAffected>;
}

/** Where the feature that knows learners joins; without it nobody takes anything. */
@Injectable()
export class CourseLearners {
  private counter: LearnerCounter | null = null;

  join(counter: LearnerCounter): void {
    if (this.counter !== null) throw new Error('Learners are counted by one feature');
    this.counter = counter;
  }

  async count(...about: Parameters<LearnerCounter['count']>): Promise<LearnersAffected> {
    return (await this.counter?.count(...about)) ?? { inProgress: 0, completed: 0, needMore: 0, loseLessons: 0, locked: 0 };
  }
}
