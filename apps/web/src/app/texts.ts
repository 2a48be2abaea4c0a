import type { ResourceKey } from 'i18next';
import type { Language, LoadTexts } from '../shared/i18n/i18n.js';

type Load = () => Promise<{ readonly default: ResourceKey }>;

const features = import.meta.glob<{ readonly default: ResourceKey }>('../features/*/locales/{id,en}.json');
const core = import.meta.glob<{ readonly default: ResourceKey }>('../shared/locales/{id,en}.json');

const errors: Record<Language, Load> = {
  id: () => import('./errors-id.js'),
  en: () => import('./errors-en.js'),
};

const rooms: Record<Language, Load> = {
  id: () => import('./nav-id.js'),
  en: () => import('./nav-en.js'),
};

/** Finds the texts of a namespace: `core`, `errors` and `nav` (of all features in one file), or a feature's own. */
export const loadTexts: LoadTexts = async (language, namespace) => {
  if (namespace === 'errors') return (await errors[language]()).default;
  if (namespace === 'nav') return (await rooms[language]()).default as ResourceKey;
  const load = namespace === 'core' ? core[`../shared/locales/${language}.json`] : features[`../features/${namespace}/locales/${language}.json`];
  if (!load) throw new Error(`no texts for ${namespace} in ${language}`);
  return (await load()).default;
};
