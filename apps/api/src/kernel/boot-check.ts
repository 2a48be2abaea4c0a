import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { allRoutes } from '@pamong/contract/all-routes';
import type { Route } from '@pamong/contract/kernel/route';
import type { Declared } from './endpoint.js';
import { declaredKey } from './endpoint.js';
import { Scopes } from './scopes.js';

const pathKey = 'path';

/** A handler as the access matrix lists it. */
export interface HandledRoute {
  readonly handler: string;
  readonly declared: Declared;
  readonly method: () => unknown;
  /** Path of the controller, before the handler's own. */
  readonly prefix: string;
}

/**
 * Refuses to start with a handler that declares no access, with a route of the contract that nobody or two handlers serve,
 * or with a scope that nobody resolves.
 */
@Injectable()
export class BootCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly scopes: Scopes,
  ) {}

  onApplicationBootstrap(): void {
    const faults: string[] = [];
    const handled = this.handlers(faults);
    const served = new Map<Route, number>();
    for (const { declared, handler } of handled) {
      if (declared.route !== undefined) served.set(declared.route, (served.get(declared.route) ?? 0) + 1);
      const { access } = declared;
      if (typeof access === 'object' && !this.scopes.has(access.scope)) faults.push(`${handler}: nobody resolves the scope ${access.scope}`);
    }
    for (const [feature, routes] of Object.entries(allRoutes as Record<string, Record<string, Route>>)) {
      for (const [name, route] of Object.entries(routes)) {
        const times = served.get(route) ?? 0;
        if (times !== 1) faults.push(`${feature}.${name} has ${times} handlers instead of one`);
      }
    }
    if (faults.length > 0) throw new Error(`The API cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }

  /** Every HTTP handler of the application; those without a declaration are added to `faults`. */
  handlers(faults: string[] = []): HandledRoute[] {
    const found: HandledRoute[] = [];
    for (const wrapper of this.discovery.getControllers()) {
      const instance = wrapper.instance as object | null;
      if (instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = prototype[name];
        if (method === undefined || Reflect.getMetadata(pathKey, method) === undefined) continue;
        const handler = `${prototype.constructor.name}.${name}`;
        const declared = this.reflector.get<Declared | undefined>(declaredKey, method);
        if (declared === undefined) faults.push(`${handler} declares no access`);
        else found.push({ handler, declared, method, prefix: (Reflect.getMetadata(pathKey, prototype.constructor) as string | undefined) ?? '' });
      }
    }
    return found;
  }
}
