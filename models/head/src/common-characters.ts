/**
 * Characters that any hall may meet, whether or not the training texts hold them: ASCII, Chinese punctuation, and the
 * 6,763 Hanzi of GB 2312-1980 (rows 16–87), decoded from their two-byte codes.
 */
export function commonCharacters(): string[] {
  const characters: string[] = [];
  for (let code = 0x20; code < 0x7f; code++) characters.push(String.fromCharCode(code));
  characters.push(...'\t\n·—‘’“”…、。〈〉《》「」『』【】〔〕！（），．：；？～￥');
  const decoder = new TextDecoder('gb18030');
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  }
  return characters;
}
