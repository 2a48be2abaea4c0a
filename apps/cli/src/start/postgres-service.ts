import { join } from 'node:path';
import { EmbeddedPostgres } from '@pamong/platform/embedded-postgres/embedded-postgres';
import type { Running, Service } from './service.js';

/** Then it is stopped without writing its caches back, which the next start makes up for. */
const STOP_PATIENCE_MS = 1_000;

/** How the rest reaches the database. */
export interface DatabaseUrls {
  /** For the application's role. */
  readonly url: string;
  /** For the owner of the schema. */
  readonly ownerUrl: string;
}

/** The embedded PostgreSQL of a data folder as a service; it keeps its port when it has to be started again. */
export class PostgresService implements Service {
  readonly name = 'PostgreSQL';
  private server: EmbeddedPostgres | undefined;
  private starting: Promise<EmbeddedPostgres> | undefined;

  constructor(private readonly dataDir: string) {}

  async start(): Promise<Running> {
    const port = this.server?.port;
    this.starting = EmbeddedPostgres.start({ dataDir: join(this.dataDir, 'postgres'), ...(port === undefined ? {} : { port }) });
    const server = await this.starting;
    this.server = server;
    return { ended: server.exited.then(() => 'its process is gone') };
  }

  /** @throws Error before the first start */
  get urls(): DatabaseUrls {
    if (this.server === undefined) throw new Error('PostgreSQL has not been started');
    return { url: this.server.url, ownerUrl: this.server.ownerUrl };
  }

  /** True when the server of an earlier, killed start was found running. */
  get adopted(): boolean {
    return this.server?.adopted === true;
  }

  lastLines(): readonly string[] {
    return this.server?.lastLines() ?? [];
  }

  async stop(): Promise<void> {
    const started = await this.starting?.catch(() => undefined);
    await started?.stop(STOP_PATIENCE_MS);
  }
}
