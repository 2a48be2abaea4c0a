import { sqlState } from './database.js';

export interface GatheredWritesOptions<Item, Result> {
  /** Names the row that an item writes: items of one key are never in one statement, nor in two at the same time. */
  readonly keyOf: (item: Item) => string;
  /**
   * Writes all items, no two of one key and sorted by it, in one statement, which takes effect as a whole or not at all.
   * @returns a result for each item, in their order
   */
  readonly write: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Most items of one statement. Default 64. */
  readonly largest?: number;
}

interface Entry<Item, Result> {
  readonly item: Item;
  readonly key: string;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One statement is on its way at a time. When one takes longer than this, a row that it needs is locked, and the others do
 * not wait for it: up to so many others go at once.
 */
const patienceMs = 25;
const mostAtOnce = 4;

/**
 * Where one follows another closely, a statement waits for this many items, or until so long after the one before: four in one cost
 * little more than one, and eight hardly less each.
 */
const enough = 4;
const gatherMs = 4;

/**
 * Classes of SQLSTATE that one item can cause for all: its data, a constraint, a deadlock, a function's own refusal. After anything
 * else (the connection broke, the server is full) each item alone would fare no better.
 */
const causedByOne = new Set(['22', '23', '40', 'P0']);

/**
 * Group commit in the application: writes of one kind that arrive while others are on their way are gathered into one statement,
 * one round trip and one commit. Nobody is answered before the commit with their item, and where nothing was written lately an item goes
 * at once. Items of one key keep their order. An item that the database refuses fails alone: a refused statement is
 * written again item by item.
 */
export class GatheredWrites<Item, Result> {
  private waiting: Entry<Item, Result>[] = [];
  private readonly busy = new Set<string>();
  private running = 0;
  private soon: NodeJS.Immediate | undefined;
  private later: NodeJS.Timeout | undefined;
  private begunAt = Number.NEGATIVE_INFINITY;
  private readonly largest: number;

  constructor(private readonly options: GatheredWritesOptions<Item, Result>) {
    this.largest = options.largest ?? 64;
  }

  /** Writes an item. @returns what the database answered for it, after the commit */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, key: this.options.keyOf(item), resolve, reject });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.soon !== undefined || !this.mayBegin()) return;
    clearTimeout(this.later);
    const rest = this.waiting.length < enough ? this.begunAt + gatherMs - performance.now() : 0;
    if (rest > 0) this.later = setTimeout(() => this.begin(), rest);
    // Not at once, but after everything that this turn of the event loop reads.
    else this.soon = setImmediate(() => this.begin());
  }

  private mayBegin(): boolean {
    return this.running === 0 || (this.running < mostAtOnce && performance.now() - this.begunAt > patienceMs);
  }

  private begin(): void {
    this.soon = undefined;
    clearTimeout(this.later);
    const batch = this.take();
    if (batch.length === 0) return;
    this.running += 1;
    this.begunAt = performance.now();
    void this.run(batch).finally(() => {
      this.running -= 1;
      for (const { key } of batch) this.busy.delete(key);
      if (this.waiting.length > 0) this.schedule();
    });
  }

  /** The oldest items whose key is free; it is theirs until they are written. */
  private take(): Entry<Item, Result>[] {
    const batch: Entry<Item, Result>[] = [];
    const rest: Entry<Item, Result>[] = [];
    for (const entry of this.waiting) {
      if (batch.length === this.largest || this.busy.has(entry.key)) {
        rest.push(entry);
      } else {
        this.busy.add(entry.key);
        batch.push(entry);
      }
    }
    this.waiting = rest;
    // One order of rows in every process: two statements that meet wait for each other one way only.
    return batch.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private async run(batch: readonly Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await this.options.write(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error('A gathered write needs a result for each item');
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (batch.length > 1 && causedByOne.has(sqlState(error)?.slice(0, 2) ?? '')) {
        for (const entry of batch) await this.run([entry]);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}
