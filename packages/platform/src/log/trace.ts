import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<{ traceId: string }>();

/** Runs `work` under a trace id; every log line, outbox row and job made within carries it. */
export function withTrace<T>(traceId: string, work: () => T): T {
  return storage.run({ traceId }, work);
}

/** The trace id of the request or job that is running, if any. */
export function currentTraceId(): string | undefined {
  return storage.getStore()?.traceId;
}
