import { Injectable } from '@nestjs/common';
import { coursePublished } from '@pamong/domain/courses/courses.events';
import { CourseMovesService } from '@pamong/domain/learning/course-moves.service';
import { On } from '../runtime/handler.decorators.js';

@Injectable()
export class LearningHandlers {
  constructor(private readonly moves: CourseMovesService) {}

  @On(coursePublished, 'learning.move-learners')
  async move({ courseId, versionId, learners }: { courseId: string; versionId: string; learners: 'stay' | 'move' }): Promise<void> {
    if (learners === 'move') await this.moves.moveTo(courseId, versionId);
  }
}
