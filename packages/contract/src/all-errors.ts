import { accessErrors } from './access.errors.js';
import { accountsErrors } from './accounts.errors.js';
import { certificatesErrors } from './certificates.errors.js';
import { coursesErrors } from './courses.errors.js';
import { enrolmentsErrors } from './enrolments.errors.js';
import { entryErrors } from './entry.errors.js';
import { evaluationErrors } from './evaluation.errors.js';
import { importsErrors } from './imports.errors.js';
import type { ErrorDefinition } from './kernel/define-errors.js';
import { kernelErrors } from './kernel/kernel.errors.js';
import { learningErrors } from './learning.errors.js';
import { mediaErrors } from './media.errors.js';
import { organisationsErrors } from './organisations.errors.js';
import { messagesErrors } from './messages.errors.js';
import { peopleErrors } from './people.errors.js';
import { quizzesErrors } from './quizzes.errors.js';
import { signOnErrors } from './sign-on.errors.js';
import { setupErrors } from './setup.errors.js';
import { videoErrors } from './video.errors.js';

/** Every error code of the product. A new code breaks the build of the web until a screen speaks to it. */
export const allErrors = {
  ...kernelErrors,
  ...accountsErrors,
  ...signOnErrors,
  ...accessErrors,
  ...organisationsErrors,
  ...peopleErrors,
  ...messagesErrors,
  ...entryErrors,
  ...importsErrors,
  ...mediaErrors,
  ...coursesErrors,
  ...enrolmentsErrors,
  ...learningErrors,
  ...videoErrors,
  ...quizzesErrors,
  ...evaluationErrors,
  ...certificatesErrors,
  ...setupErrors,
} satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof allErrors;
