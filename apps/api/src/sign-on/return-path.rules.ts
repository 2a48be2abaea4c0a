/** A path of this site, never another host (`//host`, `/\\host`), never the API or the login itself; null for anything else. */
export function pathOnThisSite(path: string | undefined): string | null {
  if (path === undefined || !/^\/(?![/\\])[^\u0000-\u001f]*$/.test(path) || /^\/(masuk|api)(\/|\?|$)/.test(path)) return null;
  return path;
}
