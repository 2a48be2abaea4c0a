/** True under `pnpm proof`, false for the small version in `npm test`. */
export const full = process.env['PAMONG_PROOF'] === 'full';

/** The size of a proof: `small` keeps `npm test` short, `whole` is what the product promises. */
export function size(small: number, whole: number): number {
  return full ? whole : small;
}
