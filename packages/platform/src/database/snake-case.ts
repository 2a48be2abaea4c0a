import { DefaultNamingStrategy } from 'typeorm';

/** Properties are camelCase, columns snake_case; table names come from the entity's own declaration. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    if (customName !== undefined && customName !== '') return customName;
    return [...prefixes, propertyName].join('_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
