import { api } from '../../shared/api/client.js';
import { useReplaceSession } from '../../shared/session/use-session.js';

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Signs in and makes the new session the page's session. @throws ApiProblem LOGIN_FAILED, LOGIN_LIMITED (with minutes) */
export function useSignIn(): (credentials: Credentials) => Promise<void> {
  const replaceSession = useReplaceSession();
  return async (credentials) => {
    const session = await api.session.signIn({ body: credentials });
    if (!session.me) throw new Error('the API signed nobody in and reported no problem');
    replaceSession(session);
  };
}
