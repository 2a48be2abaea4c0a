/** Of these rooms the one in which an address lies: the longest path that it begins with. A room may lie below another. */
export function currentRoom(paths: readonly string[], pathname: string): string | undefined {
  return paths.filter((path) => pathname === path || pathname.startsWith(`${path}/`)).toSorted((a, b) => b.length - a.length)[0];
}
