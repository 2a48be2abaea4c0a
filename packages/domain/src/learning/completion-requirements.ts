import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import type { Missing } from '@pamong/contract/learning';
import type { Reader } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Enrolment } from '../enrolments/enrolments.service.js';

export interface RequirementSubject {
  readonly enrolment: Enrolment;
  readonly course: CompiledCourse;
}

/** One thing that a course may ask for before it counts as completed. */
export interface CompletionRequirement {
  /** As the course's rules name it. */
  readonly key: string;
  /** What is still missing; empty when the requirement is met. */
  missing(reader: Reader, subject: RequirementSubject): Promise<z.input<typeof Missing>[]>;
}

/** The requirements that features offer; each joins when it is constructed. */
@Injectable()
export class CompletionRequirements {
  private readonly requirements = new Map<string, CompletionRequirement>();

  add(requirement: CompletionRequirement): void {
    if (this.requirements.has(requirement.key)) throw new Error(`Completion requirement ${requirement.key} is there twice`);
    this.requirements.set(requirement.key, requirement);
  }

  /** @throws Error when a course names a requirement that no feature offers: it must never be skipped silently */
  get(key: string): CompletionRequirement {
    const found = this.requirements.get(key);
    if (found === undefined) throw new Error(`No feature offers the completion requirement ${key}`);
    return found;
  }
}
