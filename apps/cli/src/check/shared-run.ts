import { join } from 'node:path';
import { migrate } from '@pamong/domain/migrations/migrate';
import { hasCluster, startTestCluster } from '@pamong/platform/testing/test-cluster';
import type { TestRun } from '@pamong/platform/testing/test-run';
import { currentRunDir, startTestRun } from '@pamong/platform/testing/test-run';

let own: TestRun | undefined;

/** Compiled program that cleans up after a run; see `startTestRun`. */
export function reaperPath(root: string): string {
  return join(root, 'packages/platform/dist/testing/reaper.js');
}

/** Starts the run's cluster with the newest schema in its template, unless it is there. */
export async function openCluster(): Promise<void> {
  if (!hasCluster()) await startTestCluster(async (ownerUrl) => void (await migrate(ownerUrl)));
}

/**
 * Joins the run that `npm test` made, or makes one for Jest started by hand.
 * @param root folder of the checkout
 */
export async function openRun(root: string): Promise<void> {
  if (currentRunDir() === null) own = startTestRun(reaperPath(root));
  await openCluster();
}

/** Ends the run if `openRun` made it. */
export async function closeRun(): Promise<void> {
  await own?.stop();
  own = undefined;
}
