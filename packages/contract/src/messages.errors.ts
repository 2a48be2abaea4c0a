import { defineErrors } from './kernel/define-errors.js';

export const messagesErrors = defineErrors({
  MAIL_NOT_CONFIGURED: { status: 409, title: 'There is no mail server' },
  MAIL_NOT_REPEATABLE: { status: 409, title: 'The mail was sent already, or what it carries has expired' },
});
