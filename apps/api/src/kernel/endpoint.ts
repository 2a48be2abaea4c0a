import type { ExecutionContext } from '@nestjs/common';
import { Delete, Get, HttpCode, Patch, Post, Put, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { Access, InputOf, Method, ReturnOf, Route } from '@pamong/contract/kernel/route';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Actor } from '@pamong/domain/access/actor';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { FreshJson, PreparedJson } from './prepared-json.js';

/** Metadata key under which a handler carries its `Declared` access. */
export const declaredKey = 'pamong:declared';

/** What the guard needs of any handler, whether it serves a route of the contract or a stream. */
export interface Declared {
  readonly access: Access;
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The contract's route, absent for streams. */
  readonly route?: Route;
}

const verbs: Readonly<Record<Method, (path: string) => MethodDecorator>> = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

type Answer<R extends Route> = ReturnOf<R> | PreparedJson | FreshJson;
type Handler<R extends Route> = (...args: never[]) => Promise<Answer<R>> | Answer<R>;

/**
 * Serves a route of the contract: method, path, status, validation, access and the type of the answer all come from it.
 * The answer passes the response schema, which drops every field that the contract does not name.
 */
export function Endpoint<const R extends Route>(route: R) {
  return <H extends Handler<R>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    const handle = descriptor.value;
    if (handle === undefined) throw new Error(`${String(key)} is not a method`);
    const checked = async function (this: unknown, ...args: never[]): Promise<unknown> {
      const answer: unknown = await handle.apply(this, args);
      return answer instanceof PreparedJson || answer instanceof FreshJson ? answer : route.response.parse(answer);
    };
    Object.defineProperty(checked, 'name', { value: String(key) });
    descriptor.value = checked as unknown as H;
    const declared: Declared = { ...route, route };
    for (const decorate of [verbs[route.method](`/api${route.path}`), HttpCode(route.status), SetMetadata(declaredKey, declared)]) {
      decorate(target, key, descriptor);
    }
  };
}

/** Declares the access of a handler that the contract does not describe: a stream, an upload, server-sent events, a page. */
export function Stream(declared: Omit<Declared, 'route'>): MethodDecorator {
  return SetMetadata(declaredKey, declared);
}

/** The parsed input: `@Input() { params, body }: InputOf<typeof courses.create>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).input);

/** Whoever makes the request: `@Caller() actor: Actor`. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { caller } = requestOf(context);
  if (caller === null) throw new Problem('SIGN_IN_REQUIRED');
  return caller;
});

/** Whoever makes the request, or null for a visitor; for public routes that show more to some. */
export const MaybeCaller = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => requestOf(context).caller);

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

export type { InputOf };
