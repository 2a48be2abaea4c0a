import { defineErrors } from './kernel/define-errors.js';

export const videoErrors = defineErrors({
  VIEWING_UNKNOWN: { status: 404, title: 'There is no such viewing of yours' },
});
