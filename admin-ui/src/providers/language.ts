import { localStorageStore } from 'react-admin';
import { speak } from './graphql.js';

/** What a person chose on this machine: theme, language, columns, views. */
export const store = localStorageStore('1', 'banshi');

/** The language chosen on this machine; null while nobody chose. */
export const chosenLanguage = (): string | null => store.getItem<string>('locale') ?? null;

/** Tells browser and server which language the person reads. */
export function setLanguage(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language;
  speak(language);
}
