import { defineErrors } from './kernel/define-errors.js';

export const evaluationErrors = defineErrors({
  EVALUATION_NOT_OPEN: { status: 409, title: 'The form opens when half of the lessons are done' },
  EVALUATION_FILLED: { status: 409, title: 'The form has been filled already' },
  EVALUATION_INCOMPLETE: { status: 422, title: 'Every item of the form needs a mark' },
});
