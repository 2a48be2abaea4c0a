import { join } from 'node:path';
import type { TestRun } from '@pamong/platform/testing/test-run';
import { currentRunDir, startTestRun } from '@pamong/platform/testing/test-run';

let own: TestRun | undefined;

/**
 * Joins the run that `npm test` made, or makes one for Jest started by hand.
 * @param root folder of the checkout
 */
export async function openRun(root: string): Promise<void> {
  if (currentRunDir() === null) own = startTestRun(join(root, 'packages/platform/dist/testing/reaper.js'));
}

/** Ends the run if `openRun` made it. */
export async function closeRun(): Promise<void> {
  await own?.stop();
  own = undefined;
}
