const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The address of a request as logs may keep it: the template of its route, with ids of rows filled in and nothing else. What stands
 * in an address beside them can be a secret (a certificate's code, a player's token, a link to set a password) or what a person typed.
 * @param url as it was sent; its query is never kept
 * @param template of the route that matched; pages and addresses that nobody serves have none of their own
 */
export function loggedPath(url: string, template: string | undefined, params: unknown): string {
  if (template === undefined || template === '/*' || template === '*') return pagePath(url);
  const values = (params ?? {}) as Readonly<Record<string, unknown>>;
  return template.replace(/:(\w+)/g, (name, key: string) => {
    const value = values[key];
    return typeof value === 'string' && uuid.test(value) ? value : name;
  });
}

/** A page: its room, and the ids in it. `/v/7KQ2-MX9D-4TFH` becomes `/v/…`. */
function pagePath(url: string): string {
  const [, room = '', ...rest] = (url.split('?')[0] ?? '').split('/');
  const kept = /^[a-z-]{1,20}$/.test(room) ? room : room === '' ? '' : '…';
  return ['', kept, ...rest.map((part) => (part === '' || uuid.test(part) ? part : '…'))].join('/');
}
