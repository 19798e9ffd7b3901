import polyglot from 'ra-i18n-polyglot';
import { chosenLanguage, setLanguage } from './language.js';
import { messages, type Language } from './messages/messages.js';

export const languages: { locale: Language; name: string }[] = [
  { locale: 'zh', name: '简体中文' },
  { locale: 'en', name: 'English' },
];

/** The language chosen last on this machine. Chinese unless someone chose English. */
const initial: Language = chosenLanguage() === 'en' ? 'en' : 'zh';
setLanguage(initial);

export const i18nProvider = polyglot(
  (locale) => {
    setLanguage(locale as Language);
    return messages[locale as Language];
  },
  initial,
  languages,
  { allowMissing: false },
);
