/** The login page's address that leads back to `path` afterwards. */
export function loginPath(path: string): string {
  return path === '/' ? '/masuk' : `/masuk?lanjut=${encodeURIComponent(path)}`;
}

/** Where to go after login: only a path on this site, never another host, never the login itself. Null when there is none. */
export function returnPath(query: URLSearchParams): string | null {
  const path = query.get('lanjut');
  if (!path || !/^\/(?![/\\])/.test(path) || path.startsWith('/masuk')) return null;
  return path;
}
