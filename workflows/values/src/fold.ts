/**
 * Full-width ASCII (U+FF01–FF5E) and the ideographic space become half-width, ￥ becomes ¥
 * and dashes become '-'. One code point in, one out, so that offsets stay true.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\uffe5\u2010-\u2015\u2212]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if (code === 0x3000 || code === 0x00a0) return ' ';
    return code === 0xffe5 ? '¥' : '-';
  });
}

/** Folded, without any white space: how numbers and dates are read. */
export function compact(text: string): string {
  return foldWidth(text).replace(/\s+/gu, '');
}

/** Folded, without spaces and dashes, upper case: how identifiers are read. */
export function compactIdentifier(text: string): string {
  return foldWidth(text).replace(/[\s-]+/gu, '').toUpperCase();
}
