import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<{ traceId: string; actingAdminId?: string }>();

/** Runs `work` under a trace id; every log line, outbox row and job made within carries it. */
export function withTrace<T>(traceId: string, work: () => T): T {
  return storage.run({ traceId }, work);
}

/** The trace id of the request or job that is running, if any. */
export function currentTraceId(): string | undefined {
  return storage.getStore()?.traceId;
}

/** Notes that an admin makes this request as somebody else, so that everything it records can say so. */
export function noteActing(adminId: string): void {
  const store = storage.getStore();
  if (store !== undefined) store.actingAdminId = adminId;
}

/** The admin who makes the running request as somebody else, if any. */
export function currentActingAdmin(): string | undefined {
  return storage.getStore()?.actingAdminId;
}
