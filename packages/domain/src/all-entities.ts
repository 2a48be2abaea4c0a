import type { EntityClass } from '@pamong/platform/database/database';
import { ActingEntity } from './access/acting.entity.js';
import { DelegationEntity } from './access/delegation.entity.js';
import { DelegationRoleEntity } from './access/delegation-role.entity.js';
import { RoleAssignmentEntity } from './access/role-assignment.entity.js';
import { AccountEntity } from './accounts/account.entity.js';
import { SessionEntity } from './accounts/session.entity.js';
import { RecoveryCodeEntity } from './accounts/recovery-code.entity.js';
import { SecondFactorEntity } from './accounts/second-factor.entity.js';
import { SignInStepEntity } from './accounts/sign-in-step.entity.js';
import { SignOnFlowEntity } from './accounts/sign-on-flow.entity.js';
import { SignOnLinkEntity } from './accounts/sign-on-link.entity.js';
import { SignOnSessionEntity } from './accounts/sign-on-session.entity.js';
import { VerifiedPhoneEntity } from './accounts/verified-phone.entity.js';
import { AuditEventEntity } from './audit/audit-event.entity.js';
import { CertificateEntity } from './certificates/certificate.entity.js';
import { SavedCourseEntity } from './enrolments/saved-course.entity.js';
import { EnrolmentEntity } from './enrolments/enrolment.entity.js';
import { ActivationCodeEntity } from './entry/activation-code.entity.js';
import { OutsidePersonEntity } from './entry/outside-person.entity.js';
import { OneTimeTokenEntity } from './entry/one-time-token.entity.js';
import { PhoneCodeEntity } from './entry/phone-code.entity.js';
import { EvaluationFilledEntity } from './evaluation/evaluation-filled.entity.js';
import { EvaluationResponseEntity } from './evaluation/evaluation-response.entity.js';
import { ImportBatchEntity } from './imports/import-batch.entity.js';
import { ImportRowEntity } from './imports/import-row.entity.js';
import { JpRuleEntity } from './ledger/jp-rule.entity.js';
import { LedgerEntryEntity } from './ledger/ledger-entry.entity.js';
import { LessonProgressEntity } from './learning/lesson-progress.entity.js';
import { InboxMessageEntity } from './messages/inbox-message.entity.js';
import { MailEntity } from './messages/mail.entity.js';
import { CourseEntity } from './courses/course.entity.js';
import { CourseInstructorEntity } from './courses/course-instructor.entity.js';
import { CoursePrerequisiteEntity } from './courses/course-prerequisite.entity.js';
import { LessonRevisionEntity } from './courses/lesson-revision.entity.js';
import { CourseModuleEntity } from './courses/course-module.entity.js';
import { CoursePictureEntity } from './courses/course-picture.entity.js';
import { CourseVersionEntity } from './courses/course-version.entity.js';
import { LessonEntity } from './courses/lesson.entity.js';
import { LessonVersionEntity } from './courses/lesson-version.entity.js';
import { MediaAssetEntity } from './media/media-asset.entity.js';
import { MediaKeyEntity } from './media/media-key.entity.js';
import { OrganisationEventEntity } from './organisations/organisation-event.entity.js';
import { OrganisationEntity } from './organisations/organisation.entity.js';
import { ContractPeriodEntity } from './people/contract-period.entity.js';
import { OrganisationHeadEntity } from './people/organisation-head.entity.js';
import { PersonNumberEntity } from './people/person-number.entity.js';
import { PersonStatusEntity } from './people/person-status.entity.js';
import { PersonSupervisorEntity } from './people/person-supervisor.entity.js';
import { PersonTransferEntity } from './people/person-transfer.entity.js';
import { PersonUnitEntity } from './people/person-unit.entity.js';
import { PersonEntity } from './people/person.entity.js';
import { QuizAnswerEntity } from './quizzes/quiz-answer.entity.js';
import { QuizAttemptEntity } from './quizzes/quiz-attempt.entity.js';
import { QuizPaperEntity } from './quizzes/quiz-paper.entity.js';
import { SearchCourseEntity } from './search/search-course.entity.js';
import { SearchDocumentEntity } from './search/search-document.entity.js';
import { SearchProgressEntity } from './search/search-progress.entity.js';
import { SearchWordEntity } from './search/search-word.entity.js';
import { SettingEntity } from './settings/setting.entity.js';
import { WatchStateEntity } from './video/watch-state.entity.js';
import { WatchViewingEntity } from './video/watch-viewing.entity.js';

/** Every TypeORM entity of the product; the house test compares them with the migrated schema. */
export const allEntities: readonly EntityClass[] = [
  AuditEventEntity,
  SettingEntity,
  OrganisationEntity,
  OrganisationEventEntity,
  OrganisationHeadEntity,
  PersonEntity,
  PersonStatusEntity,
  PersonUnitEntity,
  PersonSupervisorEntity,
  PersonTransferEntity,
  PersonNumberEntity,
  ContractPeriodEntity,
  AccountEntity,
  SessionEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  SignInStepEntity,
  SignOnLinkEntity,
  SignOnFlowEntity,
  SignOnSessionEntity,
  RoleAssignmentEntity,
  DelegationEntity,
  DelegationRoleEntity,
  ActingEntity,
  InboxMessageEntity,
  MailEntity,
  ActivationCodeEntity,
  OneTimeTokenEntity,
  PhoneCodeEntity,
  VerifiedPhoneEntity,
  OutsidePersonEntity,
  ImportBatchEntity,
  ImportRowEntity,
  MediaAssetEntity,
  MediaKeyEntity,
  CourseEntity,
  CourseInstructorEntity,
  CoursePrerequisiteEntity,
  LessonRevisionEntity,
  CourseModuleEntity,
  LessonEntity,
  CoursePictureEntity,
  CourseVersionEntity,
  LessonVersionEntity,
  EnrolmentEntity,
  SavedCourseEntity,
  SearchCourseEntity,
  SearchDocumentEntity,
  SearchWordEntity,
  SearchProgressEntity,
  LessonProgressEntity,
  QuizPaperEntity,
  QuizAttemptEntity,
  QuizAnswerEntity,
  WatchStateEntity,
  WatchViewingEntity,
  EvaluationFilledEntity,
  EvaluationResponseEntity,
  CertificateEntity,
  JpRuleEntity,
  LedgerEntryEntity,
];
