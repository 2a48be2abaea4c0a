/** The child of `pamong start` that brings the database up to date. */
const { prepare } = await import('../dist/start/prepare.js');
try {
  await prepare((line) => process.send?.(line));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error && error.name === 'CommandError' ? error.message : error);
  process.exit(1);
}
