/** The 一 of 一大家子 counts nothing: a lone Chinese numeral needs a unit behind it, or to stand alone. */
export function isLooseNumeral(text: string, from: number, to: number): boolean {
  if (!/^[一二两三四五六七八九十百千万]$/u.test(text.slice(from, to))) return false;
  const behind = text.slice(to).trimStart();
  return behind !== '' && !/^[个口人名位年月天日岁册套件份次元块平米吨台辆间层行条%，。；！,.;!]/u.test(behind);
}
