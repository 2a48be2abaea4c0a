import i18next, { type BackendModule, type i18n as I18n, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readStored, writeStored } from '../stored.js';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Fetches the texts of one namespace in one language. Rejects when they cannot be had (no network, no such namespace). */
export type LoadTexts = (language: Language, namespace: string) => Promise<ResourceKey>;

const KEY = 'pamong.language';

/** The language chosen on this device; Indonesian until somebody chooses. */
export function storedLanguage(): Language {
  return readStored(KEY) === 'en' ? 'en' : 'id';
}

/**
 * Starts i18next with one language and the namespace `core`; a feature's namespace is fetched with its route.
 * There is no fallback language: a missing key fails the locale test instead of showing a stranger's language.
 */
export async function startI18n(load: LoadTexts, language: Language = storedLanguage()): Promise<I18n> {
  const backend: BackendModule = {
    type: 'backend',
    init: () => undefined,
    // i18next takes a promise as well as a callback, though its types know the callback only.
    read: ((to: string, namespace: string) => load(toLanguage(to), namespace)) as BackendModule['read'],
  };
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: LANGUAGES,
      fallbackLng: false,
      ns: ['core'],
      defaultNS: 'core',
      load: 'currentOnly',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: false },
    });
  document.documentElement.lang = language;
  return i18next;
}

/** Switches the language of the whole page once every namespace in use has arrived, and remembers it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  writeStored(KEY, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Narrows what i18next reports to one of our two languages. */
export function toLanguage(code: string | undefined): Language {
  return code === 'en' ? 'en' : 'id';
}
