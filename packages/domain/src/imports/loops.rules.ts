/**
 * The loops in a relation in which each has at most one above it: supervisors, units above units.
 * @param starts whose ways up are followed
 * @returns each loop once, as the ids that one passes, beginning anywhere
 */
export function findLoops(starts: Iterable<string>, above: (id: string) => string | null | undefined): string[][] {
  const done = new Set<string>();
  const loops: string[][] = [];
  for (const start of starts) {
    const way: string[] = [];
    const onWay = new Map<string, number>();
    let at: string | null | undefined = start;
    while (at !== null && at !== undefined && !done.has(at) && !onWay.has(at)) {
      onWay.set(at, way.length);
      way.push(at);
      at = above(at);
    }
    if (at !== null && at !== undefined && onWay.has(at)) loops.push(way.slice(onWay.get(at)));
    for (const id of way) done.add(id);
  }
  return loops;
}

/** How many of `among` stand above each, so that who comes first can be written first. Loops must be out already. */
export function depths(among: ReadonlySet<string>, above: (id: string) => string | null | undefined): Map<string, number> {
  const found = new Map<string, number>();
  const depthOf = (start: string): number => {
    const way: string[] = [];
    let at: string | null | undefined = start;
    while (at !== null && at !== undefined && among.has(at) && !found.has(at)) {
      way.push(at);
      at = above(at);
    }
    let depth = at !== null && at !== undefined && among.has(at) ? (found.get(at) ?? 0) + 1 : 0;
    for (const id of way.toReversed()) found.set(id, depth++);
    return found.get(start) ?? 0;
  };
  for (const id of among) depthOf(id);
  return found;
}
