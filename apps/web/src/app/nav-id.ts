/** Names of the rooms in the staff's left navigation, from every feature, as one file: the frame shows them all beside any page. */
const found = import.meta.glob<Record<string, unknown>>(['../shared/locales/nav.id.json', '../features/*/locales/nav.id.json'], { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(found)) as Record<string, unknown>;
