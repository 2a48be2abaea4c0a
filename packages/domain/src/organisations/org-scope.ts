declare const scopeBrand: unique symbol;

/**
 * The organisations in which a caller holds a permission, as ltree paths; each counts with all that lies below.
 * Only `Actor.scope` makes one, so a list that asks for it cannot be called without an access decision.
 */
export interface OrgScope {
  readonly [scopeBrand]: true;
  readonly paths: readonly string[];
}
