import english from 'ra-language-english';
import { describe, expect, it } from 'vitest';
import { messages, type Texts } from './messages.js';
import { raChinese } from './ra-chinese.js';

const sources = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.spec.*', '!../../**/i18n.ts', '!./*'], { query: '?raw', import: 'default', eager: true });
const code = Object.entries(sources).map(([path, text]) => [path, withoutComments(text)] as const);

const keysOf = (texts: Texts, prefix = ''): string[] => Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)));
const ours = (language: 'zh' | 'en') => keysOf(Object.fromEntries(Object.entries(messages[language] as unknown as Texts).filter(([root]) => root !== 'ra'))).sort();
const textAt = (language: 'zh' | 'en', key: string) => key.split('.').reduce<unknown>((at, part) => (at as Texts)[part], messages[language]) as string;
const placeholders = (text: string) => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name))].sort();

describe('texts', () => {
  it('looks at the whole application', () => {
    expect(code.length).toBeGreaterThan(80);
    expect(ours('zh').length).toBeGreaterThan(200);
  });

  it('has the same keys in both languages', () => {
    expect(ours('zh')).toEqual(ours('en'));
    expect(keysOf(raChinese as unknown as Texts).sort()).toEqual(keysOf(english as unknown as Texts).sort());
  });

  it('names the same values in both languages', () => {
    const differing = ours('zh').filter((key) => placeholders(textAt('zh', key)).join() !== placeholders(textAt('en', key)).join());
    expect(differing).toEqual([]);
  });

  it('has no Chinese in English and no empty text', () => {
    expect(ours('en').filter((key) => /\p{Script=Han}/u.test(textAt('en', key)))).toEqual([]);
    expect(ours('zh').filter((key) => !textAt('zh', key).trim())).toEqual([]);
  });

  it('uses every key', () => {
    const all = code.map(([, text]) => text).join('\n');
    const literals = new Set([...all.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key));
    const prefixes = [...all.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, prefix]) => prefix!);
    const unused = ours('zh').filter((key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  it('has every key that the code names', () => {
    const known = new Set([...ours('zh'), ...keysOf(english as unknown as Texts)]);
    const missing = code.flatMap(([path, text]) => [...text.matchAll(/(?:\bt\(|label=|success: |label: )['"]([\w-]+(?:\.[\w-]+)+)['"]/g)].filter(([, key]) => !known.has(key!)).map(([, key]) => `${path}: ${key}`));
    expect(missing).toEqual([]);
  });

  it('finds no Chinese words in components', () => {
    const offending = code.filter(([path, text]) => path.endsWith('.tsx') && /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text)).map(([path]) => path);
    expect(offending).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
