import { defineErrors } from './kernel/define-errors.js';

/** Why a sign-on through an agency's provider failed; the login page speaks them. */
export const signOnErrors = defineErrors({
  SIGN_ON_OFF: { status: 404, title: 'The agency has no sign-on of its own' },
  SIGN_ON_UNREACHABLE: { status: 503, title: 'The identity provider does not answer' },
  SIGN_ON_REFUSED: { status: 422, title: 'The answer of the identity provider cannot be accepted' },
  SIGN_ON_CLOCK: { status: 422, title: 'The clocks of server and identity provider differ' },
  SIGN_ON_CANCELLED: { status: 403, title: 'The sign-on was cancelled at the identity provider' },
  SIGN_ON_EXPIRED: { status: 410, title: 'The sign-on took too long or began in another browser' },
  SIGN_ON_CLAIM_MISSING: { status: 422, title: 'The identity provider sent no staff number' },
  SIGN_ON_UNKNOWN: { status: 403, title: 'The staff number is not known' },
  SIGN_ON_OTHER_AGENCY: { status: 403, title: 'The staff number belongs to another agency' },
  SIGN_ON_NO_ACCOUNT: { status: 403, title: 'The person has no account that may be used' },
  SIGN_ON_NOT_FOR_PLATFORM: { status: 403, title: 'Platform admins sign in with a password' },
  SIGN_ON_ADDRESS_REFUSED: { status: 422, title: 'The address of the identity provider may not be used' },
  SIGN_ON_ADDRESS_PRIVATE: { status: 422, title: 'Providers in private networks need SIGN_ON_PRIVATE_NETWORK=1' },
  SIGN_ON_HOST_UNKNOWN: { status: 422, title: 'The server does not know the name `host`' },
  SIGN_ON_CERTIFICATE: { status: 422, title: 'The certificate of `host` is not trusted' },
  SIGN_ON_NO_PROVIDER: { status: 422, title: 'There is no OpenID provider at `address`' },
  SIGN_ON_ISSUER_DIFFERS: { status: 422, title: 'The provider calls itself `issuer`' },
  SIGN_ON_SUBJECT_CHANGED: { status: 403, title: 'The identity provider says that a known subject is now somebody else' },
  SIGN_ON_LAST_WAY: { status: 409, title: 'Without this the account could not be entered any more' },
  SIGN_ON_SECRET_NEEDED: { status: 422, title: 'A new address needs the client secret again' },
});
