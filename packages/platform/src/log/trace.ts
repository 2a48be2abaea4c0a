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

/** Binds the rest of the current asynchronous context to a trace id, where there is no callback to wrap. */
export function enterTrace(traceId: string): void {
  storage.enterWith({ traceId });
}
