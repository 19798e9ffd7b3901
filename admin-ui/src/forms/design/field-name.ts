import { fieldNames, isFieldName, type FormBody } from '@banshi/forms';

/** Longer names are no longer read, only copied. */
const maxLength = 40;

/** A free name in the data for what a field is called: `单位名称` → `danWeiMingCheng`. Null where the title gives none. */
export async function fieldNameFor(title: string, form: FormBody, field: string): Promise<string | null> {
  const { pinyin } = await import('pinyin-pro');
  const words = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .flatMap((word) => word.split(/[^A-Za-z0-9]+/))
    .filter((word) => word !== '');
  const stem = words
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, maxLength);
  if (!isFieldName(stem)) return null;
  const taken = new Set(fieldNames(form).filter((name) => name !== field));
  let name = stem;
  for (let n = 2; taken.has(name); n++) name = `${stem}${n}`;
  return name;
}
