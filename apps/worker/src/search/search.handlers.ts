import { Injectable } from '@nestjs/common';
import { coursePublished, courseReachChanged } from '@pamong/domain/courses/courses.events';
import { SearchIndexService } from '@pamong/domain/search/search-index.service';
import { countTaken, indexCourse } from '@pamong/domain/search/search.jobs';
import { Handles, On } from '../runtime/handler.decorators.js';

@Injectable()
export class SearchHandlers {
  constructor(private readonly index: SearchIndexService) {}

  @On(coursePublished, 'search.index-published')
  async published({ courseId }: { courseId: string }): Promise<void> {
    await this.index.indexCourse(courseId);
  }

  @On(courseReachChanged, 'search.index-reached')
  async reached({ courseId }: { courseId: string }): Promise<void> {
    await this.index.indexCourse(courseId);
  }

  @Handles(indexCourse)
  async again({ courseId }: { courseId: string }): Promise<void> {
    await this.index.indexCourse(courseId);
  }

  @Handles(countTaken)
  async count(): Promise<void> {
    await this.index.countTaken();
  }
}
