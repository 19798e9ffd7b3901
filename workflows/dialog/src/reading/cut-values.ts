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
