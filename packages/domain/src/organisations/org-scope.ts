declare const scopeBrand: unique symbol;

/**
 * The organisations in which a caller holds a permission, as ltree paths; each counts with all that lies below.
 * Only `Actor.scope` makes one, so a list that asks for it cannot be called without an access decision.
 */
export interface OrgScope {
  readonly [scopeBrand]: true;
  readonly paths: readonly string[];
}

/** Does the scope hold the organisation of this path? The empty path is the whole installation. */
export function inScope(scope: OrgScope, path: string): boolean {
  return scope.paths.some((granted) => granted === '' || granted === path || path.startsWith(`${granted}.`));
}
