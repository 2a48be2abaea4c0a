import type { QuizForAuthor } from '@pamong/contract/quizzes';
import { Actor } from '@pamong/domain/access/actor';
import { CourseDraftsService } from '@pamong/domain/courses/course-drafts.service';
import type { NewCourse } from '@pamong/domain/courses/new-course';
import { PublishingService } from '@pamong/domain/courses/publishing.service';
import { EnrolmentsService } from '@pamong/domain/enrolments/enrolments.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { newId } from '@pamong/platform/ids/new-id';
import type { BenchBed, Learner } from '../bench-bed.js';

export interface PublishedCourse {
  readonly courseId: string;
  /** In the order of the outline. */
  readonly lessonIds: readonly string[];
}

/** Publishes a course in the learners' own unit and enrols them all. */
export async function publishedCourse(bed: BenchBed, learners: readonly Learner[], given: Partial<NewCourse>): Promise<PublishedCourse> {
  const authorId = learners[0]?.personId ?? '';
  const { agencyId, organisationId } = await bed.get(PeopleService).get(bed.db, authorId);
  const { path } = await bed.get(OrganisationsService).get(bed.db, organisationId);
  const author = new Actor(authorId, authorId, authorId, agencyId, path, [{ role: 'instructor', path }]);
  const draft = await bed.get(CourseDraftsService).create(author, { title: 'Keamanan Informasi untuk ASN', summary: 'Menjaga data warga.', ...given });
  await bed.get(PublishingService).publish(author, draft.id, 1);
  for (const { personId } of learners) {
    const { name } = await bed.get(PeopleService).get(bed.db, personId);
    await bed.get(EnrolmentsService).enrol(personId, draft.id, name);
  }
  return { courseId: draft.id, lessonIds: draft.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id)) };
}

/** Sixty lessons in twelve modules, none of which locks another. */
export function sixtyLessons(): Partial<NewCourse> {
  const paragraph = 'Data warga dijaga sejak dicatat sampai dimusnahkan. '.repeat(12);
  return {
    requirements: ['all_lessons'],
    modules: Array.from({ length: 12 }, (_, module) => ({
      title: `Modul ${module + 1}`,
      lessons: Array.from({ length: 5 }, (_unused, lesson) => ({
        kind: 'text' as const, title: `Materi ${module + 1}.${lesson + 1}`, minutes: 15, required: lesson === 0 && module === 0,
        body: { html: `<h2>Bagian</h2>${`<p>${paragraph}</p>`.repeat(8)}` },
      })),
    })),
  };
}

/** Ten single-choice questions without a time limit. */
export function tenQuestions(): QuizForAuthor {
  return {
    introduction: '',
    rules: { final: true, timeLimitMinutes: null, shuffleQuestions: true, shuffleOptions: true },
    questions: Array.from({ length: 10 }, (_, index) => ({
      id: newId(),
      kind: 'single' as const,
      text: `Pertanyaan ${index + 1}: tindakan mana yang paling tepat ketika sebuah surel meminta kata sandi Anda?`,
      points: 1,
      options: ['Melapor', 'Menjawab', 'Meneruskan', 'Menghapus'].map((text, option) => ({ id: newId(), text: `${text} surel itu`, right: option === 0 })),
      explanation: 'Melapor melindungi Anda dan rekan Anda.',
    })),
  };
}
