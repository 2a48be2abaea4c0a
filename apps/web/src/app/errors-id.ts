/** Every feature's sentences for error codes, as one file: an error may surface on another feature's page. */
const found = import.meta.glob<Record<string, string>>(['../shared/locales/errors.id.json', '../features/*/locales/errors.id.json'], { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(found)) as Record<string, string>;
