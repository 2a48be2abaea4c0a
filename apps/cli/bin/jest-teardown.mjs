/** Jest's global teardown: ends the run that the global setup made; one that `npm test` made goes on. */
export default async function teardown() {
  const { closeRun } = await import('../dist/check/shared-run.js');
  await closeRun();
}
