import { Injectable } from '@nestjs/common';
import type { Finding } from '@pamong/contract/course-findings';
import type { Reader } from '@pamong/platform/database/database';
import type { WholeDraft } from './course-views.service.js';

export type CourseCheck = (reader: Reader, draft: WholeDraft) => Promise<readonly Finding[]>;

/** Checks of later features on the publish check list, such as a requirement that their settings make unreachable. */
@Injectable()
export class CourseChecks {
  private readonly checks: CourseCheck[] = [];

  add(check: CourseCheck): void {
    this.checks.push(check);
  }

  async run(reader: Reader, draft: WholeDraft): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const check of this.checks) findings.push(...(await check(reader, draft)));
    return findings;
  }
}
