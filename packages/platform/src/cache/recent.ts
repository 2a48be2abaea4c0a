/**
 * Keeps the values that were used last. For things that never change once they exist, such as published content,
 * so that nothing ever has to be thrown out for being stale.
 */
export class Recent<Key, Value> {
  private readonly values = new Map<Key, { readonly value: Value; readonly size: number }>();
  private total = 0;

  /**
   * @param limit sum of sizes at which the least recently used values leave
   * @param sizeOf size of one value in the unit of the limit; 1 each unless told
   */
  constructor(
    private readonly limit: number,
    private readonly sizeOf: (value: Value) => number = () => 1,
  ) {}

  get(key: Key): Value | undefined {
    const found = this.values.get(key);
    if (found === undefined) return undefined;
    // A Map keeps the order of insertion: put at the end what was asked for.
    this.values.delete(key);
    this.values.set(key, found);
    return found.value;
  }

  set(key: Key, value: Value): void {
    this.delete(key);
    const size = this.sizeOf(value);
    if (size > this.limit) return;
    this.values.set(key, { value, size });
    this.total += size;
    for (const oldest of this.values.keys()) {
      if (this.total <= this.limit) break;
      this.delete(oldest);
    }
  }

  private delete(key: Key): void {
    const found = this.values.get(key);
    if (found === undefined) return;
    this.values.delete(key);
    this.total -= found.size;
  }
}
