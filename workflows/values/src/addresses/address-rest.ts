/** What an address's part is called: road, village, house, floor, room. The last one ends the address. */
const PART =
  /(?:大道|大街|街道办?|社区|小区|胡同|花园|家园|公寓|大厦|广场|新村|工业园|开发区|科技园|产业园|单元|号楼|号院|[路街巷弄道里村镇乡苑园庄屯寨组队栋幢座楼室层户院湾坊场岛厦]|(?<=[\dA-Za-z一二三四五六七八九十])号|(?<=[-#]\d{0,4})\d)/gu;
const CHARACTERS = /[一-鿿0-9A-Za-z#()（）〇·\-]/u;
/** Words that end an address, whatever follows. */
const STOPS = /我|你|他|她|电话|手机|身份|邮编|邮政|联系|姓名|名字|需要|办理|申请|工作|上班|上学|居住|租|买|住|开店|有|了|的|是|和(?![平谐睦顺兴田县义美合镇村苑里家])|(?<=[镇路街号室村区])与|到|去|怎|请|想|要|附近|旁边|对面|户籍|户口|派出所|人民政府|公安局|收件|收货|（收|\(收/u;
const MAX_LENGTH = 60;

/** Where the street, house and room that begin at `at` end; `at` where there are none. */
export function restEnd(text: string, at: number): number {
  let limit = at;
  while (limit < text.length && limit - at < MAX_LENGTH && CHARACTERS.test(text[limit] ?? '')) limit += 1;
  let rest = text.slice(at, limit);
  const stop = STOPS.exec(rest);
  if (stop) rest = rest.slice(0, stop.index);
  // A long number is no house: what stands there is a phone or an identity number.
  const number = /\d{6,}/u.exec(rest);
  if (number) rest = rest.slice(0, number.index);
  let end = 0;
  for (const match of rest.matchAll(PART)) end = match.index + match[0].length;
  // 12号之3, 3-501
  const more = /^(?:之\d{1,3}|[-#]\d{1,4}(?:[-#]\d{1,4})?|\d{1,4}(?![\d年月日]))/u.exec(rest.slice(end));
  if (end > 0 && more && /[室楼栋幢座号单元院]$/u.test(rest.slice(0, end))) end += more[0].length;
  return at + end;
}
