/** Every feature's sentences for error codes, as one file: an error may surface on another feature's page. */
const found = import.meta.glob<Record<string, string>>(['../shared/locales/errors.en.json', '../features/*/locales/errors.en.json'], { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(found)) as Record<string, string>;
