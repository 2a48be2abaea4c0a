import type { MigrationInterface } from 'typeorm';
import { Foundation1763800000000 } from './1763800000000-foundation.js';
import { Courses1763801000000 } from './1763801000000-courses.js';
import { Learning1763802000000 } from './1763802000000-learning.js';
import { Evaluation1763803000000 } from './1763803000000-evaluation.js';
import { Media1763804000000 } from './1763804000000-media.js';
import { Quizzes1763805000000 } from './1763805000000-quizzes.js';
import { Video1763806000000 } from './1763806000000-video.js';
import { Certificates1763820000000 } from './1763820000000-certificates.js';
import { PeopleAndUnits1763900000000 } from './1763900000000-people-and-units.js';
import { Roles1763910000000 } from './1763910000000-roles.js';
import { Devices1763912000000 } from './1763912000000-devices.js';
import { MailOutbox1763913000000 } from './1763913000000-mail-outbox.js';
import { WatchCurrentViewing1763920000000 } from './1763920000000-watch-current-viewing.js';
import { Entry1763925000000 } from './1763925000000-entry.js';
import { Imports1763930000000 } from './1763930000000-imports.js';
import { SignOn1763935000000 } from './1763935000000-sign-on.js';
import { SecondFactor1763945000000 } from './1763945000000-second-factor.js';
import { Transfers1763946000000 } from './1763946000000-transfers.js';
import { Outsiders1763950000000 } from './1763950000000-outsiders.js';
import { ReferencesToPeople1763960000000 } from './1763960000000-references-to-people.js';
import { CourseLifecycle1763970000000 } from './1763970000000-course-lifecycle.js';
import { ImportWarnings1763971000000 } from './1763971000000-import-warnings.js';
import { ImportInvitations1763976000000 } from './1763976000000-import-invitations.js';
import { Search1763980000000 } from './1763980000000-search.js';
import { SignOnStep1763982000000 } from './1763982000000-sign-on-step.js';
import { Merging1763985000000 } from './1763985000000-merging.js';
import { Phones1763988000000 } from './1763988000000-phones.js';
import { SavedCourses1763989000000 } from './1763989000000-saved-courses.js';

/** Every migration in order of its time stamp; a new one is appended. */
export const allMigrations: readonly (new () => MigrationInterface)[] = [
  Foundation1763800000000,
  Courses1763801000000,
  Learning1763802000000,
  Evaluation1763803000000,
  Media1763804000000,
  Quizzes1763805000000,
  Video1763806000000,
  Certificates1763820000000,
  PeopleAndUnits1763900000000,
  Roles1763910000000,
  Devices1763912000000,
  MailOutbox1763913000000,
  WatchCurrentViewing1763920000000,
  Entry1763925000000,
  Imports1763930000000,
  SignOn1763935000000,
  SecondFactor1763945000000,
  Transfers1763946000000,
  Outsiders1763950000000,
  ReferencesToPeople1763960000000,
  CourseLifecycle1763970000000,
  ImportWarnings1763971000000,
  ImportInvitations1763976000000,
  Search1763980000000,
  SignOnStep1763982000000,
  Merging1763985000000,
  Phones1763988000000,
  SavedCourses1763989000000,
];
