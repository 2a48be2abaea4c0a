import type { CompiledCourse } from '@pamong/contract/course-content';

/** What a card needs and a version fixes; what changes by itself (seats, who takes it) is read for the page that is shown. */
export interface KeptCard {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly level: CompiledCourse['level'];
  readonly category: string;
  readonly form: CompiledCourse['form'];
  readonly language: string;
  readonly cover: CompiledCourse['cover'];
  readonly organiser: { readonly id: string; readonly name: string; readonly shortName: string };
  readonly minutes: number;
  readonly jp: number;
  /** What all lessons take on the wire, recordings in their smallest size. */
  readonly bytes: number;
  readonly modules: number;
  readonly lessons: number;
  readonly prerequisiteIds: readonly string[];
}
