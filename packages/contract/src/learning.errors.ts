import { defineErrors } from './kernel/define-errors.js';

export const learningErrors = defineErrors({
  LESSON_LOCKED: { status: 409, title: 'Earlier lessons are not done yet' },
  LESSON_NOT_RELEASED: { status: 409, title: 'The lesson is not released yet' },
  LESSON_NOT_MARKABLE: { status: 409, title: 'This kind of lesson is not done by a mark' },
});
