import { api } from '../../shared/api/client.js';
import { useReplaceSession } from '../../shared/session/use-session.js';

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** What a right password still needs: a code of the second factor, or an authenticator application that is set up first. */
export type SignInStep = 'code' | 'enrol';

/**
 * Signs in and makes the new session the page's session.
 * @returns the step that must come first, or null
 * @throws ApiProblem LOGIN_FAILED, LOGIN_LIMITED (with minutes)
 */
export function useSignIn(): (credentials: Credentials) => Promise<SignInStep | null> {
  const replaceSession = useReplaceSession();
  return async (credentials) => {
    const { step, ...session } = await api.session.signIn({ body: credentials });
    if (step) return step;
    if (!session.me) throw new Error('the API signed nobody in and reported no problem');
    replaceSession(session);
    return null;
  };
}
