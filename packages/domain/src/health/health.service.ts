import { Injectable } from '@nestjs/common';
import { Database } from '@pamong/platform/database/database';
import { QueueProbe } from '@pamong/platform/queue/queue-probe';
import { Storage } from '@pamong/platform/storage/storage';
import { pendingMigrations } from '../migrations/migrate.js';

export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What is wrong, in English, for the operator; never a secret. */
  readonly detail?: string;
}

const timeoutMs = 2_000;
const sharedMs = 1_000;

/** What must work before requests are welcome. Other features add their check when they are constructed. */
@Injectable()
export class HealthService {
  private readonly probes = new Map<string, () => Promise<void>>();
  private latest: { readonly at: number; readonly checks: Promise<HealthCheck[]> } | undefined;

  constructor(
    private readonly db: Database,
    queue: QueueProbe,
    storage: Storage,
  ) {
    this.add('database', async () => {
      await db.query('select 1');
    });
    this.add('migrations', () => this.checkMigrations());
    this.add('queue', () => queue.check());
    this.add('storage', () => storage.check());
  }

  /** @param probe rejects with the reason when the thing does not work */
  add(name: string, probe: () => Promise<void>): void {
    this.probes.set(name, probe);
  }

  /** Anybody may ask, so the answer is shared for a second; the probes write and connect. */
  check(): Promise<HealthCheck[]> {
    const now = performance.now();
    if (this.latest === undefined || now - this.latest.at > sharedMs) {
      this.latest = { at: now, checks: Promise.all([...this.probes].map(([name, probe]) => run(name, probe))) };
    }
    return this.latest.checks;
  }

  private async checkMigrations(): Promise<void> {
    const rows = await this.db.query<{ name: string }>('select name from migrations');
    const pending = pendingMigrations(rows.map((row) => row.name));
    if (pending.length > 0) throw new Error(`not run yet: ${pending.join(', ')}`);
  }
}

async function run(name: string, probe: () => Promise<void>): Promise<HealthCheck> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    await Promise.race([probe(), late]);
    return { name, ok: true };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
