import { defineErrors } from './kernel/define-errors.js';

export const importsErrors = defineErrors({
  IMPORT_FILE_EMPTY: { status: 422, title: 'The file is empty' },
  IMPORT_FILE_TOO_LARGE: { status: 413, title: 'The file is larger than an import takes' },
  IMPORT_BUSY: { status: 409, title: 'The import is at work or over; it cannot do this now' },
  IMPORT_COLUMNS_MISSING: { status: 422, title: 'A column that the import needs is not matched' },
  IMPORT_UNDO_OVER: { status: 409, title: 'The days in which the import could be undone are over' },
});
