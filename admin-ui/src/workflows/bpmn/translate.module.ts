import { chineseTexts } from './translations.zh.js';

/** Replaces diagram-js's `translate`, so that every text on the canvas is in the person's language. */
export function translateModule(language: string) {
  const translate = (template: string, replacements: Record<string, string> = {}) =>
    ((language === 'zh' && chineseTexts[template]) || template).replace(/\{([^}]+)\}/g, (whole, name: string) => replacements[name] ?? whole);
  return { translate: ['value', translate] };
}
