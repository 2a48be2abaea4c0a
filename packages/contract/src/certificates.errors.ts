import { defineErrors } from './kernel/define-errors.js';

export const certificatesErrors = defineErrors({
  CERTIFICATE_PREPARING: { status: 409, title: 'The document is still being made' },
  CERTIFICATE_REVOKED: { status: 409, title: 'The certificate was revoked already' },
  CERTIFICATE_UNKNOWN: { status: 404, title: 'No certificate has this code' },
  CERTIFICATE_CHECKS_LIMITED: { status: 429, title: 'Too many unknown codes from this address' },
  CERTIFICATE_NUMBER_INVALID: { status: 422, title: 'The template does not make a number of its own for each certificate' },
  EMBLEM_UNREADABLE: { status: 422, title: 'The file is no SVG or PNG that we can read' },
  EMBLEM_UNSAFE: { status: 422, title: 'The drawing holds programs, references or effects that an emblem does not need' },
});
