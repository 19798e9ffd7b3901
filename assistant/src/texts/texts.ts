import { en } from './en.js';
import { zh } from './zh.js';

export type Language = 'zh' | 'en';
export type Texts = { readonly [key in keyof typeof zh]: string };

const languages: Record<Language, Texts> = { zh, en };

/** What the assistant itself says; everything else comes from the server. */
export const textsOf = (language: Language): Texts => languages[language];

/** Puts values into a text: `{name}`. */
export const filled = (text: string, values: Record<string, string | number>): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
