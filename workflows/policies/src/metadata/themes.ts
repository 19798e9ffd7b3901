/** Themes of service halls by words that texts about them use; the title counts more than the body. */
const words: Record<string, RegExp> = {
  社会保险: /社会保险|养老保险|失业保险|工伤保险|生育保险|养老金|退休/g,
  医疗保障: /医疗保障|医疗保险|医保|门诊|报销/g,
  社会救助: /最低生活保障|低保|社会救助|特困|救助/g,
  就业创业: /就业|创业|劳动合同|用人单位|招聘/g,
  户籍身份: /户口|户籍|居民身份证|居住证|落户/g,
  出境入境: /护照|出境|入境|签证/g,
  婚姻生育: /婚姻|结婚|离婚|生育|计划生育/g,
  住房保障: /住房公积金|住房|公租房|不动产/g,
  教育: /学生|学籍|学位|高等学校|休学|教育|奖学金/g,
  市场主体: /市场主体|企业名称|营业执照|个体工商户|营商环境|公司登记/g,
  税务: /税收|纳税|发票|个人所得税/g,
  交通: /机动车|驾驶证|车辆|道路运输/g,
  老人残疾: /老年人|残疾人|无障碍/g,
  退役军人: /退役军人|退役士兵|军人/g,
  政务服务: /政务服务|行政许可|行政复议|政府信息公开|信访|热线/g,
};
/** A text is about a theme when its words come this often in ten thousand characters. */
const perTenThousand = 25;

/** At most three themes, the plainest first. */
export function themesOf(title: string, text: string): string[] {
  const sample = text.slice(0, 60_000);
  return Object.entries(words)
    .map(([theme, pattern]) => ({ theme, score: (title.match(pattern)?.length ?? 0) * 100 + ((sample.match(pattern)?.length ?? 0) * 10_000) / Math.max(sample.length, 500) }))
    .filter(({ score }) => score >= perTenThousand)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ theme }) => theme);
}
