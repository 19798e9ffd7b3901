import { speak } from './graphql.js';

/** Tells browser and server which language the person reads. */
export function setLanguage(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language;
  speak(language);
}
