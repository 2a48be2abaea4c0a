import { PreparedJson } from './prepared-json.js';

/** Prepared answers by key; the longest kept goes first when there are too many. */
export class PreparedCache {
  private readonly answers = new Map<string, PreparedJson>();

  /** @param size answers at most */
  constructor(private readonly size: number) {}

  /** The answer of a key, made on first use. The thing behind a key must never change. */
  async get(key: string, make: () => Promise<unknown>): Promise<PreparedJson> {
    const found = this.answers.get(key);
    if (found !== undefined) return found;
    const made = new PreparedJson(JSON.stringify(await make()));
    const oldest = this.answers.keys().next().value;
    if (this.answers.size >= this.size && oldest !== undefined) this.answers.delete(oldest);
    this.answers.set(key, made);
    return made;
  }
}
