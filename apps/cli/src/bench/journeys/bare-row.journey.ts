import type { Journey } from '../journey.js';

/** The yardstick: a Nest route on Fastify that reads one row by raw pg, in a process of its own. */
export const bareRow: Journey = {
  name: 'bare-row',
  summary: 'bare Nest route, one row by raw pg',
  prepare: (bed) => bed.bareRows(1000),
  visit: async (connection, visitor) => {
    await connection.send('GET', `/row/${String(visitor['id'])}`);
  },
};
