// Generated from the contract by `pnpm generate`; do not edit.
export const routeTable = {
  session: {
    get: ['GET', '/session'],
    signIn: ['POST', '/session'],
    signOut: ['DELETE', '/session'],
    list: ['GET', '/sessions'],
    revoke: ['DELETE', '/sessions/:sessionId'],
  },
  messages: {
    list: ['GET', '/inbox'],
    read: ['POST', '/inbox/read'],
  },
  enrolments: {
    enrol: ['POST', '/courses/:courseId/enrolment'],
    mine: ['GET', '/enrolments'],
  },
  learning: {
    course: ['GET', '/learning/:courseId/course'],
    progress: ['GET', '/learning/:courseId/progress'],
    lesson: ['GET', '/learning/:courseId/lessons/:lessonId'],
    open: ['PUT', '/learning/:courseId/lessons/:lessonId/opened'],
    complete: ['PUT', '/learning/:courseId/lessons/:lessonId/completion'],
    requirements: ['GET', '/learning/:courseId/requirements'],
    due: ['GET', '/learning/due'],
  },
  quizzes: {
    status: ['GET', '/learning/:courseId/lessons/:lessonId/quiz'],
    start: ['POST', '/learning/:courseId/lessons/:lessonId/quiz/attempts'],
    attempt: ['GET', '/quiz-attempts/:attemptId'],
    answer: ['PUT', '/quiz-attempts/:attemptId/answers/:questionId'],
    submit: ['POST', '/quiz-attempts/:attemptId/submission'],
  },
  evaluation: {
    forms: ['GET', '/learning/:courseId/evaluation'],
    fill: ['POST', '/learning/:courseId/evaluation'],
  },
  certificates: {
    mine: ['GET', '/certificates'],
    get: ['GET', '/certificates/:certificateId'],
    issued: ['GET', '/issued-certificates'],
    revoke: ['POST', '/issued-certificates/:certificateId/revocation'],
    verify: ['GET', '/verification/:code'],
  },
  ledger: {
    standing: ['GET', '/ledger/standing'],
    mine: ['GET', '/ledger'],
    team: ['GET', '/ledger/team'],
  },
} as const;
