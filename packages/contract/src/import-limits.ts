/** Largest file of an import, in bytes: 10,000 rows with every column take about 2 MB. */
export const maxImportBytes = 15_000_000;
/** Most rows of one import, without the header. */
export const maxImportRows = 20_000;
/** How long a batch can be taken back after it was applied. */
export const undoDays = 7;
