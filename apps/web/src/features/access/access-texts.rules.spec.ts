import { permissions, roles } from '@pamong/contract/permissions';
import { readTexts } from '../../testing/texts-from-disk.js';

type Tree = { readonly [key: string]: string | Tree };

/** Text at a path of keys: `permissions.course.author`. */
const textAt = (tree: Tree, path: string) => path.split('.').reduce<string | Tree | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), tree);

describe.each(['id', 'en'] as const)('words for rights in %s', (language) => {
  const texts = readTexts(language, 'access') as Tree;
  const missing = (paths: readonly string[]) => paths.filter((path) => typeof textAt(texts, path) !== 'string' || textAt(texts, path) === '');

  it('describe every permission and its area', () => {
    expect(permissions.length).toBeGreaterThan(10);
    expect(missing(permissions.flatMap((permission) => [`permissions.${permission}`, `areas.${permission.split('.')[0]}`]))).toEqual([]);
  });

  it('name and explain every role', () => {
    expect(missing(roles.flatMap((role) => [`roles.${role}`, `roleHints.${role}`]))).toEqual([]);
  });

  it('say each permission in words of its own', () => {
    const said = permissions.map((permission) => textAt(texts, `permissions.${permission}`));
    expect(new Set(said).size).toBe(said.length);
  });
});
