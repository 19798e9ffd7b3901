/** Chinese digits and their values; 俩 and 两 are two. Traditional forms were folded before. */
export const DIGITS = new Map<string, number>();
['零〇○', '一壹幺', '二贰两俩弍', '三叁弎', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].forEach((characters, value) => {
  for (const character of characters) DIGITS.set(character, value);
});

export const SMALL_UNITS = new Map<string, bigint>([['十', 10n], ['拾', 10n], ['百', 100n], ['佰', 100n], ['千', 1000n], ['仟', 1000n]]);
export const LARGE_UNITS = new Map<string, bigint>([['万', 10_000n], ['亿', 100_000_000n], ['兆', 1_000_000_000_000n]]);

/** Characters that a Chinese number may consist of, for use inside a character class. */
export const HAN_DIGITS = [...DIGITS.keys()].join('');
export const HAN_NUMERALS = HAN_DIGITS + [...SMALL_UNITS.keys()].join('');

export const isAsciiDigit = (character: string | undefined): boolean => character !== undefined && character >= '0' && character <= '9' && character.length === 1;
