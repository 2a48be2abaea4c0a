import { Injectable } from '@nestjs/common';
import { CourseScheduleService } from '@pamong/domain/courses/course-schedule.service';
import { emptyBin, publishDue } from '@pamong/domain/courses/courses.events';
import { RecycleBinService } from '@pamong/domain/courses/recycle-bin.service';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class CoursesHandlers {
  constructor(
    private readonly schedule: CourseScheduleService,
    private readonly bin: RecycleBinService,
  ) {}

  @Handles(publishDue)
  async publish(): Promise<void> {
    await this.schedule.publishDue();
  }

  @Handles(emptyBin)
  async empty(): Promise<void> {
    await this.bin.empty();
  }
}
