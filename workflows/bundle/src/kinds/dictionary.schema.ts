import { body, description, flag, itemTitle, list, record, text } from './schema-builders.js';

/** JSON Schema 2020-12 of a dictionary. */
export const dictionarySchema = body(['字典', 'Dictionary'], {
  title: itemTitle,
  description,
  entries: list(
    ['字典项', 'Entries'],
    record(
      ['字典项', 'Entry'],
      {
        code: text(['代码', 'Code'], 64, { min: 1 }),
        title: text(['名称', 'Title'], 200, { min: 1 }),
        titleEn: text(['英文名称', 'English title'], 200),
        parent: text(['上级代码', 'Parent code'], 64),
        disabled: flag(['停用', 'Disabled']),
      },
      ['titleEn', 'parent', 'disabled'],
    ),
    // The whole table of administrative divisions down to townships is about 45,000.
    100_000,
  ),
});
