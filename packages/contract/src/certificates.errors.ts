import { defineErrors } from './kernel/define-errors.js';

export const certificatesErrors = defineErrors({
  CERTIFICATE_PREPARING: { status: 409, title: 'The document is still being made' },
  CERTIFICATE_REVOKED: { status: 409, title: 'The certificate was revoked already' },
  CERTIFICATE_UNKNOWN: { status: 404, title: 'No certificate has this code' },
  CERTIFICATE_CHECKS_LIMITED: { status: 429, title: 'Too many unknown codes from this address' },
});
