import { Injectable } from '@nestjs/common';
import type { LessonKindName } from '@pamong/contract/course-content';
import type { Reader } from '@pamong/platform/database/database';

/** A part of a lesson that can be found by itself. */
export interface Passage {
  /** Plain text on one line. */
  readonly text: string;
  /** Of a recording: where it begins, in whole seconds; null for what has no time. */
  readonly second: number | null;
}

/** How the lessons of one kind are found beyond their titles. Features register theirs with `SearchSources.add` when they are constructed. */
export interface SearchSource {
  readonly kind: LessonKindName;
  /** @param content what learners receive of the published lesson (`LessonKind.compile`); it holds no key, and neither may a passage */
  passages(reader: Reader, content: unknown): Promise<readonly Passage[]>;
}

/** The registry of sources; a lesson of a kind without one is found by its title. */
@Injectable()
export class SearchSources {
  private readonly sources = new Map<LessonKindName, SearchSource>();

  add(source: SearchSource): void {
    if (this.sources.has(source.kind)) throw new Error(`Lessons of the kind ${source.kind} are searched twice`);
    this.sources.set(source.kind, source);
  }

  find(kind: LessonKindName): SearchSource | null {
    return this.sources.get(kind) ?? null;
  }
}
