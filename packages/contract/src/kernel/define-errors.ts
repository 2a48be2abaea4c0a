/** HTTP status and an English title for logs and API readers; screens have their own sentences. */
export interface ErrorDefinition {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 408 | 413 | 414 | 415 | 422 | 429 | 431 | 500 | 503;
  readonly title: string;
}

/** Declares the error codes of one feature; the identity, with every key kept. */
export function defineErrors<const Errors extends Record<string, ErrorDefinition>>(errors: Errors): Errors {
  return errors;
}
