import { defineErrors } from './kernel/define-errors.js';

export const quizzesErrors = defineErrors({
  QUIZ_ATTEMPTS_USED: { status: 409, title: 'All attempts are used' },
  QUIZ_PAUSE: { status: 409, title: 'The pause between attempts is not over' },
  QUIZ_ATTEMPT_CLOSED: { status: 409, title: 'The attempt is closed' },
  QUIZ_CHOICE_INVALID: { status: 422, title: 'The answer does not belong to the question' },
});
