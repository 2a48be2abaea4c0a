import { Injectable } from '@nestjs/common';
import type { LessonCompletion, LessonKindName, LessonOutline, LessonRelease } from '@pamong/contract/course-content';
import type { Finding } from '@pamong/contract/course-findings';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type * as z from 'zod';

/** A lesson of a draft as its kind sees it. */
export interface DraftLesson<Draft = unknown> {
  readonly id: string;
  readonly courseId: string;
  readonly moduleId: string;
  readonly title: string;
  readonly minutes: number;
  readonly required: boolean;
  readonly completion: LessonCompletion | null;
  readonly requires: readonly string[] | null;
  readonly release: LessonRelease | null;
  readonly body: Draft;
}

/** What a kind finds wrong; the check list adds where. */
export type LessonFinding = Pick<Finding, 'code' | 'blocking'> & { readonly params?: Finding['params'] };

/** What a kind makes of a draft for learners: `content` is exactly what their browser receives, without any key. */
export interface CompiledLesson {
  readonly content: unknown;
  readonly facts: LessonOutline['facts'];
}

/** One way to learn. Features register theirs with `LessonKinds.add` when they are constructed. */
export interface LessonKind<Draft = unknown> {
  readonly kind: LessonKindName;
  /** Shape of `lesson.body`; parsing also cleans, since what it returns is what is stored. */
  readonly draft: z.ZodType<Draft>;
  /** Body of a new lesson. */
  readonly blank: Draft;
  /** Gives a score, so that a pass mark makes sense. */
  readonly scored: boolean;
  /** Does this lesson decide the requirement `final_score`? Every scored one does unless the kind knows better. */
  decidesScore?(draft: Draft): boolean;
  /** What may complete such a lesson; the first is what does unless the author chooses. */
  readonly completions: readonly [LessonCompletion['rule'], ...LessonCompletion['rule'][]];
  /** What stands against publishing it. */
  check(reader: Reader, lesson: DraftLesson<Draft>): Promise<readonly LessonFinding[]>;
  /**
   * Freezes the lesson for a version. Rows that the kind needs are written in the same transaction under `versionId`, before the
   * version itself (a foreign key to it must be deferrable); a preview calls this too and rolls back.
   * @throws Problem LESSON_INCOMPLETE for a preview of what cannot be shown yet; `check` has kept it from being published
   */
  compile(tx: Tx, input: { readonly courseId: string; readonly versionId: string; readonly lesson: DraftLesson<Draft> }): Promise<CompiledLesson>;
}

/** The registry of lesson kinds. */
@Injectable()
export class LessonKinds {
  private readonly kinds = new Map<LessonKindName, LessonKind>();

  add<Draft>(kind: LessonKind<Draft>): void {
    if (this.kinds.has(kind.kind)) throw new Error(`The lesson kind ${kind.kind} is registered twice`);
    this.kinds.set(kind.kind, kind as unknown as LessonKind);
  }

  /** @throws Error for a kind of the contract that no feature has registered: a fault of ours */
  get(name: LessonKindName): LessonKind {
    const kind = this.kinds.get(name);
    if (kind === undefined) throw new Error(`Nobody has registered the lesson kind ${name}`);
    return kind;
  }
}
