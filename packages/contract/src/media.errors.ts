import { defineErrors } from './kernel/define-errors.js';

export const mediaErrors = defineErrors({
  MEDIA_TOO_LARGE: { status: 413, title: 'A recording may have at most 4 GB' },
  MEDIA_EMPTY: { status: 422, title: 'The file has no bytes' },
  MEDIA_QUOTA_REACHED: { status: 409, title: 'The agency has no room left for recordings' },
  MEDIA_UPLOADS_TOO_MANY: { status: 409, title: 'Too many uploads are under way' },
  MEDIA_NOT_READY: { status: 409, title: 'The recording cannot be played yet' },
  CAPTIONS_INVALID: { status: 422, title: 'The captions are not WebVTT or SRT' },
  MEDIA_LINK_EXPIRED: { status: 410, title: 'The address of this recording has expired' },
});
