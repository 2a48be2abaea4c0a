/** The child of `pamong start` that brings the database up to date. */
const { prepare } = await import('../dist/start/prepare.js');
await prepare((line) => process.send?.(line));
process.exit(0);
