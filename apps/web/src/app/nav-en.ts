/** The same names in English. */
const found = import.meta.glob<Record<string, unknown>>(['../shared/locales/nav.en.json', '../features/*/locales/nav.en.json'], { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(found)) as Record<string, unknown>;
