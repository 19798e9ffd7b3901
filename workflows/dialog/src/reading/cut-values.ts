/** The 一 of 一大家子 counts nothing: a lone Chinese numeral needs a unit behind it, or to stand alone. */
export function isLooseNumeral(text: string, from: number, to: number): boolean {
  if (!/^[一二两三四五六七八九十百千万]$/u.test(text.slice(from, to))) return false;
  const behind = text.slice(to).trimStart();
  return behind !== '' && !/^[个口人名位年月天日岁册套件份次元块平米吨台辆间层行条%，。；！,.;!]/u.test(behind);
}

/** 临江区 where only 临江市 is known: a name that goes on with a rank of its own is another place. */
export function isCutPlace(found: string, text: string, to: number): boolean {
  return !/[省市区县州旗盟镇乡村路街道号室]$/u.test(found) && /^[区县市州旗盟镇乡村]/u.test(text.slice(to));
}

const LEAD = /^(?:我的?|那|嗯+|就)?(?:是|叫做|叫|在|去|到|于|为|填|写|：|:)*\s*/u;

/**
 * What stands before a name of an organisation in its clause and may be a part of it: 广东正和 of 广东正和样例律师事务所, whose
 * middle looks like a joining word. '' where a word like 在 separates them.
 */
export function nameBefore(clause: string): string {
  const before = clause.replace(LEAD, '');
  return /^[\p{Script=Han}A-Za-z0-9（）()]{1,16}$/u.test(before) && !/[在到去于是叫为由从向给帮找让了的]/u.test(before) ? before : '';
}
