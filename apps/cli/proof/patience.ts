import { full } from '@pamong/platform/testing/size';

/** Proofs at full size may take an hour. */
export function allowTime(): void {
  if (full) jest.setTimeout(3_600_000);
}
