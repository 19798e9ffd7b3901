import { createHash } from 'node:crypto';
import { keyPattern } from '@banshi/bundle';
import { pinyin } from 'pinyin-pro';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** A key out of a code such as 11440000006939756B2440101007000, which says more to an administrator than a number of ours. */
export function keyOfCode(code: string): string | null {
  const key = plain(/^[a-z]/i.test(code) ? code : `s-${code}`).slice(0, 64).replace(/-+$/, '');
  return plain(code).length > 1 && keyPattern.test(key) ? key : null;
}

/** A key out of the pinyin of a title; with `distinct`, one that another title of the same sound does not have. */
export function keyOfTitle(title: string, distinct = false): string {
  const sound = plain(pinyin(title.slice(0, 60), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(''));
  const base = (/^[a-z]/.test(sound) ? sound : `s-${sound}`).slice(0, 56).replace(/-+$/, '');
  const mark = createHash('sha256').update(title).digest('hex').slice(0, 6);
  return !distinct && keyPattern.test(base) && base.length > 2 ? base : `${base}-${mark}`;
}
