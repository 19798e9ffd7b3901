import english from 'ra-language-english';
import { raChinese } from './ra-chinese.js';

export type Language = 'zh' | 'en';

/** Nested texts; leaves are strings with `%{name}` placeholders. */
export interface Texts {
  [key: string]: string | Texts;
}

/** What an `i18n.ts` exports as default: the same keys in both languages. */
export interface AreaTexts {
  zh: Texts;
  en: Texts;
}

const modules = import.meta.glob<{ default: AreaTexts }>('../../*/i18n.ts', { eager: true });

/** The texts of `src/<folder>/i18n.ts` stand under the folder's name in camelCase: `api-keys` → `apiKeys`. */
const areaName = (path: string) => path.split('/').at(-2)!.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const collect = (language: keyof AreaTexts): Texts =>
  Object.fromEntries(Object.entries(modules).map(([path, module]) => [areaName(path), module.default[language]]));

export const messages: Record<Language, typeof english> = {
  zh: { ...raChinese, ...collect('zh') } as typeof english,
  en: { ...english, ...collect('en') } as typeof english,
};
