import type { Journey } from '../journey.js';

/** Signs in by NIP and password and reads who that is; argon2id is most of it, by design. */
export const loginHome: Journey = {
  name: 'login-home',
  summary: 'sign in with a password, read the session',
  prepare: (bed) => bed.learners(200),
  visit: async (connection, visitor) => {
    const answer = await connection.send('POST', '/api/session', { body: { login: visitor['login'], password: visitor['password'] } });
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    const cookie = cookies.map((value) => value.split(';')[0] ?? '').join('; ');
    await connection.send('GET', '/api/session', { cookie });
  },
};
