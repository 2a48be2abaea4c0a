import { createHash } from 'node:crypto';

/** Chance that repeats itself: the same seed draws the same things (mulberry32). */
export class Draw {
  private state: number;

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** From 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  of<T>(things: readonly T[]): T {
    return things[Math.floor(this.next() * things.length)] as T;
  }

  /** One of them, the first ones more often. */
  early<T>(things: readonly T[]): T {
    return things[Math.floor(this.next() ** 2 * things.length)] as T;
  }
}
