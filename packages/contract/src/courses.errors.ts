import { defineErrors } from './kernel/define-errors.js';

export const coursesErrors = defineErrors({
  COURSE_CODE_TAKEN: { status: 409, title: 'Another course has this code' },
  COURSE_CHANGED: { status: 409, title: 'Somebody else has changed the course' },
  LESSON_CHANGED: { status: 409, title: 'Somebody else has changed the lesson' },
  COURSE_NOT_READY: { status: 422, title: 'The publish check list is not clean' },
  LESSON_BODY_INVALID: { status: 422, title: 'The lesson does not have the shape of its kind' },
  LESSON_INCOMPLETE: { status: 409, title: 'The lesson lacks what a learner would see' },
  PICTURE_UNREADABLE: { status: 422, title: 'The file is not a picture that we can read' },
  COURSE_ARCHIVED: { status: 409, title: 'An archived course does not change' },
  COURSE_IS_TEMPLATE: { status: 409, title: 'A template is not published' },
  COURSE_NOT_PUBLISHED: { status: 409, title: 'The course was never published' },
  MOMENT_PAST: { status: 422, title: 'The moment has passed' },
  PICTURE_UNKNOWN: { status: 422, title: 'The picture does not belong to the course' },
  PREREQUISITE_UNKNOWN: { status: 422, title: 'A prerequisite is not a course that the author may name' },
  PREREQUISITE_LOOP: { status: 422, title: 'The course would have to be completed before itself' },
  COMPLETION_UNFIT: { status: 422, title: 'A lesson of this kind cannot be completed that way' },
  LESSON_REQUIREMENT_UNFIT: { status: 422, title: 'A lesson may wait only for other lessons of its course, without a circle' },
  INSTRUCTOR_UNKNOWN: { status: 422, title: 'An instructor is not a person of this agency' },
});
