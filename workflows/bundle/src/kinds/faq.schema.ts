import { body, key, list, nullable, text } from './schema-builders.js';

const day = (zh: string, en: string) => nullable(text([zh, en], 10, { pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', examples: ['2026-01-01'] }));

/** JSON Schema 2020-12 of a frequent question with its answer. */
export const faqSchema = body(['常见问题', 'Frequent question'], {
  // What is asked names the item, as a title does elsewhere.
  title: text(['问题', 'Question'], 200, { min: 1, pattern: '\\S' }),
  similar: list(['相似问法', 'Other wordings'], text(['问法', 'Wording'], 200, { min: 1 }), 100, { unique: true }),
  answer: text(['解答', 'Answer'], 10_000),
  services: list(['相关事项', 'Services'], key(['事项', 'Service']), 200, { unique: true }),
  themes: list(['主题', 'Themes'], text(['主题', 'Theme'], 50, { min: 1 }), 30, { unique: true }),
  validFrom: day('生效日期', 'Valid from'),
  validTo: day('失效日期', 'No longer valid from'),
  source: text(['来源', 'Source'], 1_000),
});
