import type * as z from 'zod';
import type { ErrorCode } from '../all-errors.js';
import type { Permission } from '../permissions.js';

/** What a permission is asked on; each name has one resolver in the API that finds the organisation. */
export type ScopeName = 'any' | 'organisation' | 'person' | 'person-ever' | 'two-people' | 'course' | 'removed-course' | 'media' | 'certificate' | 'import' | 'mail' | 'role-assignment' | 'platform';

/**
 * Who may call a route. `public`: anyone; `authenticated`: whoever is signed in (the service looks for the caller's own rows);
 * a permission with the scope it must hold on.
 */
export type Access = 'public' | 'authenticated' | { readonly permission: Permission; readonly scope: ScopeName };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One route: the single source for validation, guard, types, OpenAPI and client. */
export interface Route {
  readonly method: Method;
  /** Below `/api`, with `:name` for parameters. */
  readonly path: `/${string}`;
  readonly status: 200 | 201 | 202 | 204;
  /** One English sentence for the API's readers. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly access: Access;
  /**
   * What an admin may do who acts as somebody else for support. Reading is always allowed; changing needs a right of its own, except where
   * it is `always` allowed (to stop), and `never` what belongs to a person's own rights and account.
   */
  readonly whileActing?: 'always' | 'never';
  /** Codes beyond the general ones (validation, sign-in, permission, not found, rate). */
  readonly errors: readonly ErrorCode[];
}

type Part<R extends Route, K extends 'params' | 'query' | 'body', Side extends 'input' | 'output'> =
  R[K] extends z.ZodType ? { readonly [P in K]: Side extends 'input' ? z.input<R[K]> : z.output<R[K]> } : unknown;

/** Parsed input of a route as its handler receives it: `{ params, query, body }`, each only where declared. */
export type InputOf<R extends Route> = Part<R, 'params', 'output'> & Part<R, 'query', 'output'> & Part<R, 'body', 'output'>;

/** What a caller of the client passes. */
export type RequestOf<R extends Route> = Part<R, 'params', 'input'> & Part<R, 'query', 'input'> & Part<R, 'body', 'input'>;

/** What a handler must return: the input side of the response schema. */
export type ReturnOf<R extends Route> = z.input<R['response']>;

/** What a caller receives. */
export type ResponseOf<R extends Route> = z.output<R['response']>;

/** Declares the routes of one feature; the identity, with every literal kept. */
export function defineRoutes<const Routes extends Record<string, Route>>(routes: Routes): Routes {
  return routes;
}
