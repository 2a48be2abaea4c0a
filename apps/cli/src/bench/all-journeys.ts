import type { Journey } from './journey.js';
import { certificate } from './journeys/certificate.journey.js';
import { courseView, lessonView, overlay } from './journeys/course.journeys.js';
import { importStaff } from './journeys/import.journey.js';
import { loginHome } from './journeys/login-home.journey.js';
import { quiz } from './journeys/quiz.journey.js';
import { search } from './journeys/search.journey.js';
import { watch } from './journeys/watch.journey.js';
import { session } from './journeys/session.journey.js';

/** Every journey in the order of the table; the yardstick runs first and again last. */
export const allJourneys: readonly Journey[] = [session, loginHome, overlay, courseView, lessonView, search, watch, quiz, certificate, importStaff];
