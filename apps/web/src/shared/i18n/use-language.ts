import { useTranslation } from 'react-i18next';
import { type Language, changeLanguage, toLanguage } from './i18n.js';

/** The language on the screen and how to switch it. */
export function useLanguage(): [Language, (language: Language) => Promise<void>] {
  const { i18n } = useTranslation();
  return [toLanguage(i18n.language), changeLanguage];
}
