// Generated from the contract by `pnpm generate`; do not edit.
export const routeTable = {
  session: {
    get: ['GET', '/session'],
    signIn: ['POST', '/session'],
    enterCode: ['POST', '/session/code'],
    enrol: ['POST', '/session/second-factor'],
    confirmEnrolment: ['POST', '/session/second-factor/confirmation'],
    signOut: ['DELETE', '/session'],
    list: ['GET', '/sessions'],
    revoke: ['DELETE', '/sessions/:sessionId'],
    revokeOthers: ['DELETE', '/sessions'],
  },
  messages: {
    list: ['GET', '/inbox'],
    read: ['POST', '/inbox/read'],
  },
  learning: {
    course: ['GET', '/learning/:courseId/course'],
    progress: ['GET', '/learning/:courseId/progress'],
    lesson: ['GET', '/learning/:courseId/lessons/:lessonId'],
    open: ['PUT', '/learning/:courseId/lessons/:lessonId/opened'],
    complete: ['PUT', '/learning/:courseId/lessons/:lessonId/completion'],
    note: ['PUT', '/learning/:courseId/lessons/:lessonId/reading'],
    requirements: ['GET', '/learning/:courseId/requirements'],
    due: ['GET', '/learning/due'],
  },
  ledger: {
    standing: ['GET', '/ledger/standing'],
    mine: ['GET', '/ledger'],
    team: ['GET', '/ledger/team'],
  },
} as const;
