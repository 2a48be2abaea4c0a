import type { Journey } from '../journey.js';

/** The smallest signed-in request: session check and one small answer. What every other journey pays at least. */
export const session: Journey = {
  name: 'session',
  summary: 'who am I, with an open session',
  prepare: (bed) => bed.learners(200),
  visit: async (connection, visitor) => {
    await connection.send('GET', '/api/session', { cookie: String(visitor['cookie']) });
  },
};
