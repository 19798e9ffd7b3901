/** Vectors of the DateTimeModel that are not followed, by text, each with its reason. */
const reasons: readonly (readonly [reason: string, texts: readonly string[]])[] = [
  ['lunar dates are converted to the Gregorian calendar; the vector takes their numbers as Gregorian', ['农历2015年十月初一', '正月三十', '2015年十月初一早上九点二十', '神龙二年正月初一', '雍正四年大年三十']],
  ['a year of a reign counts lunar years of a calendar that the table does not reach; nothing is better than a wrong day', ['神龙元年十一月，武则天去世', '康熙三年五月', '康熙二十年9月', '康熙20年9月', '雍正十六年', '雍正二十三年十二月']],
  ['最近, 马上 name no date', ['最近', '嗨三年半过去了，马上一年半又要过去了']],
  ['12号 is the day of a month, as 29日 is in other vectors', ['12号']],
  ['a season has its months here; the vector leaves it unresolved', ['今年夏天']],
  ['截止到2018年 includes the year', ['截止到2018年']],
  ['今年 is the whole year, not the part of it that is over', ['我今年18周岁了']],
  ['a day and a month in digits are ambiguous; both are answered', ['1/2/2020']],
  ['四点, 9点 are ambiguous; both are answered', ['从昨天下午两点到明天四点', '1月15号4点和2月3号9点之间']],
  ['从 belongs to the span, as it does in other vectors', ['按照从低到高的顺序排列从2015年2月1日开始发货的受方的平均成本', '从2015年起，哪所大学需要的分数在80到90之间？']],
  ['从…起到…之前 is one range', ['第一季日期自2014年6月14日起到2014年9月14日之前，x不超过-83.8232的街道。']],
  ['后1年 begins today', ['后1年']],
  ['a comparison is no date', ['= 2019']],
];

export const dateTimeExceptions: ReadonlyMap<string, string> = new Map(reasons.flatMap(([reason, texts]) => texts.map((text): [string, string] => [text, reason])));
