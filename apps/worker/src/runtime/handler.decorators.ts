import 'reflect-metadata';
import type { EventDefinition, JobDefinition, QueueName } from '@pamong/platform/outbox/job';
import type { HandlerRegistry, JobContext } from '@pamong/platform/queue/handler-registry';

type HandlerMethod<Payload> = (payload: Payload, context: JobContext) => Promise<void>;
type MethodOf<Payload> = <Method extends HandlerMethod<Payload>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<Method>) => void;

/** Registers a method, bound to its provider, for what its decorator says. */
export type Registration = (registry: HandlerRegistry, method: HandlerMethod<unknown>) => void;

const key = Symbol('pamong:handler');

/**
 * The method is the one handler of a job. It is called at least once a job, so running again must change nothing.
 * `@Handles(gradeAttempt) grade({ attemptId }: PayloadOf<typeof gradeAttempt>) { return this.attempts.grade(attemptId); }`
 */
export function Handles<Payload>(job: JobDefinition<Payload>): MethodOf<Payload> {
  return note((registry, method) => registry.handles(job, method));
}

/**
 * The method hears of an event; each subscriber has a job of its own, with its own retries.
 * @param name `feature.what-it-does`, unique among all subscribers and jobs; keep it when code moves
 */
export function On<Payload>(event: EventDefinition<Payload>, name: string, options: { queue?: QueueName; attempts?: number } = {}): MethodOf<Payload> {
  return note((registry, method) => registry.on(event, name, method, options));
}

/** What the decorators of a method said. */
export function registrationsOf(method: object): readonly Registration[] {
  return (Reflect.getOwnMetadata(key, method) as Registration[] | undefined) ?? [];
}

function note<Payload>(registration: Registration): MethodOf<Payload> {
  return (_target, _name, descriptor) => {
    const method = descriptor.value;
    if (method) Reflect.defineMetadata(key, [...registrationsOf(method), registration], method);
  };
}
