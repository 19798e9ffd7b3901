import { DIGITS, isAsciiDigit, LARGE_UNITS, SMALL_UNITS } from './numerals.js';
import { isHan } from '../text/fold-character.js';

/** Words in which a numeral is no number, by the numeral: what stands behind it, and what stands before it. */
const BEHIND: Record<string, string> = {
  一: '切看下样起直般定些旦共致律经味边面方带阵会儿向概再早贯生流想说听问点办站网体同块儿卡旁脸身心路如',
  二: '维手胎孩代线',
  三: '明亚峡农轮包证无',
  四: '川处周季肢平合',
  五: '险行官谷金脏',
  六: '安合畜',
  七: '夕彩',
  八: '卦方仙',
  九: '江寨州泉龙天霄',
  十: '足分堰字里',
  两: '岸边口侧旁江',
};
const BEFORE: Record<string, string> = {
  一: '统唯万逐单划专同如初之合第归不某任每第礼期周曜',
  二: '初周期礼老',
  三: '初周期礼张老再',
  四: '初周期礼李老',
  五: '初周期礼王老',
  六: '初周期礼赵老',
  七: '初',
  八: '初',
  九: '初',
  十: '初',
};
/** Characters of formal numerals that are words of their own: 队伍, 大陆, 收拾, 放肆. */
const FORMAL = new Set(['伍', '陆', '拾', '肆', '零', '幺', '俩', '佰', '仟']);

/** 壹切 is written for 一切 where traditional and formal characters are mixed. */
const ALIASES: Record<string, string> = { 壹: '一', 贰: '二', 叁: '三' };

/** 一块, 一点 are numbers before a measured thing (一块蛋糕), and words otherwise. */
const IS_MEASURE = /^一(?:块|点|面|边|站|路|卡|身|体|同|生|方|条|经)[^儿钱去做走到看来就都还的地得是在起。，,.!?！？\s]/u;

const isNumeral = (character: string | undefined) => character !== undefined && (DIGITS.has(character) || SMALL_UNITS.has(character) || LARGE_UNITS.has(character) || isAsciiDigit(character));

/** Whether the numeral that stands alone at `at` is part of a word (一切, 四川, 队伍) and not a number. */
export function isPartOfWord(text: string, at: number): boolean {
  const numeral = ALIASES[text.charAt(at)] ?? text.charAt(at);
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + 1);
  if (isNumeral(before) || isNumeral(behind)) return true;
  if (FORMAL.has(numeral)) return (behind !== '' && isHan(behind) && !/[元角分个块]/u.test(behind)) || (before !== '' && isHan(before) && !/[是共第]/u.test(before));
  if (BEFORE[numeral]?.includes(before) && before !== '') return true;
  if (behind === '' || !BEHIND[numeral]?.includes(behind)) return false;
  if (numeral === '一' && before === '我' && behind === '看') return true;
  return numeral !== '一' || !IS_MEASURE.test(text.slice(at, at + 3));
}
