import { createHash } from 'node:crypto';

/**
 * The items in an order that the seed decides: the same seed gives the same order on every machine, another seed another one.
 * @param seed secret to learners, with what is shuffled
 */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  return items
    .map((item, index) => ({ item, rank: createHash('sha256').update(`${seed} ${index}`).digest('hex') }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}
