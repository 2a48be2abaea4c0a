import { defineErrors } from './define-errors.js';

/** Codes that any route may answer. */
export const kernelErrors = defineErrors({
  INPUT_INVALID: { status: 400, title: 'Some fields are not valid' },
  SIGN_IN_REQUIRED: { status: 401, title: 'Sign in first' },
  NOT_ALLOWED: { status: 403, title: 'The permission is missing' },
  ORIGIN_REFUSED: { status: 403, title: 'The request comes from another site' },
  NOT_FOUND: { status: 404, title: 'There is no such thing' },
  BODY_TOO_LARGE: { status: 413, title: 'The request is too large' },
  BODY_UNREADABLE: { status: 400, title: 'The request cannot be read' },
  URL_TOO_LONG: { status: 414, title: 'The address is too long' },
  HEADERS_TOO_LARGE: { status: 431, title: 'The headers of the request are too large' },
  REQUEST_TOO_SLOW: { status: 408, title: 'The request did not arrive in time' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  SERVER_FAULT: { status: 500, title: 'The server failed' },
  SERVER_BUSY: { status: 503, title: 'The server is starting, stopping or overloaded' },
});
