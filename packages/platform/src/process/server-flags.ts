/**
 * Flags of Node for API and worker. Loading the code makes much that is dropped at once; with V8's own limit of 16 MB for each half of the
 * young generation the heap grows to 200 MB on the way and little of it comes back, with 8 MB it stays near 100.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=8'];
