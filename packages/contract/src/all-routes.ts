import { access } from './access.js';
import { accounts } from './accounts.js';
import { certificateSettings } from './certificate-settings.js';
import { certificates } from './certificates.js';
import { delegations } from './delegations.js';
import { enrolments } from './enrolments.js';
import { entry } from './entry.js';
import { evaluation } from './evaluation.js';
import { acting } from './acting.js';
import { catalogue } from './catalogue.js';
import { courseLifecycle } from './course-lifecycle.js';
import { courseReuse } from './course-reuse.js';
import { courses } from './courses.js';
import { imports } from './imports.js';
import type { Route } from './kernel/route.js';
import { learning } from './learning.js';
import { ledger } from './ledger.js';
import { media } from './media.js';
import { mails } from './mails.js';
import { merging } from './merging.js';
import { messages } from './messages.js';
import { organisations } from './organisations.js';
import { people } from './people.js';
import { quizzes } from './quizzes.js';
import { setup } from './setup.js';
import { branding } from './branding.js';
import { search } from './search.js';
import { session } from './session.js';
import { signOn } from './sign-on.js';
import { personPhotos } from './person-photos.js';
import { transfers } from './transfers.js';
import { video } from './video.js';

/** Every route of the product by feature. The API does not boot while one of them has no handler. */
export const allRoutes = {
  session,
  setup,
  branding,
  access,
  delegations,
  acting,
  accounts,
  organisations,
  people,
  merging,
  transfers,
  personPhotos,
  signOn,
  messages,
  mails,
  entry,
  imports,
  media,
  enrolments,
  learning,
  video,
  quizzes,
  evaluation,
  certificates,
  certificateSettings,
  ledger,
  catalogue,
  search,
  courses,
  courseLifecycle,
  courseReuse,
} satisfies Record<string, Record<string, Route>>;

export type AllRoutes = typeof allRoutes;
