import { setTimeout as sleep } from 'node:timers/promises';
import { RestartBudget } from './restart-budget.js';
import type { Running, Service } from './service.js';

const BACKOFF_MS = 300;

/**
 * Keeps services running. One that ends unasked is named with its last lines and started again; one that does so
 * more often than its budget allows ends the whole.
 */
export class Supervisor {
  private readonly layers: Service[][] = [];
  private readonly budgets = new Map<Service, RestartBudget>();
  private readonly restarting = new Set<Service>();
  private stopping = false;
  private giveUp: () => void = () => undefined;
  /** Settles when a service could not be kept running. */
  readonly failed = new Promise<void>((resolve) => (this.giveUp = resolve));

  constructor(private readonly say: (line: string) => void) {}

  /**
   * Starts services together and waits until all of them serve. Later layers need earlier ones, so they stop first.
   * @returns false when one of them could not be started, or the whole was stopped meanwhile
   */
  async startLayer(services: readonly Service[]): Promise<boolean> {
    this.layers.push([...services]);
    for (const service of services) this.budgets.set(service, new RestartBudget());
    const started = await Promise.all(services.map((service) => this.keep(service)));
    return started.every(Boolean);
  }

  /** Stops a service and starts it again, without counting that as a fault. */
  async restart(service: Service): Promise<void> {
    if (this.stopping || this.restarting.has(service)) return;
    this.restarting.add(service);
    await service.stop();
    this.restarting.delete(service);
    await this.keep(service);
  }

  /** Stops everything, the last layer first; nothing is started any more. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const layer of [...this.layers].reverse()) {
      await Promise.all(layer.map((service) => service.stop()));
    }
  }

  private async keep(service: Service): Promise<boolean> {
    while (!this.stopping) {
      let running: Running;
      try {
        running = await service.start();
      } catch (error) {
        if (this.stopping || !this.mayRestart(service, (error as Error).message)) return false;
        await sleep(BACKOFF_MS);
        continue;
      }
      void running.ended.then(async (ending) => {
        if (this.stopping || this.restarting.has(service) || !this.mayRestart(service, ending)) return;
        await sleep(BACKOFF_MS);
        if (await this.keep(service)) this.say(`${service.name} runs again.`);
      });
      return true;
    }
    return false;
  }

  private mayRestart(service: Service, ending: string): boolean {
    const lines = service.lastLines().map((line) => `    ${line}`);
    this.say([`${service.name} ended (${ending}).${lines.length > 0 ? ' Its last lines:' : ''}`, ...lines].join('\n'));
    if (this.budgets.get(service)?.take(performance.now())) {
      this.say(`Starting ${service.name} again ...`);
      return true;
    }
    this.say(`${service.name} ended too often within a minute; stopping everything.`);
    this.giveUp();
    return false;
  }
}
