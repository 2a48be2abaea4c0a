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
} as const;
