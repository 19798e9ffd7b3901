import { defineErrors } from '../../platform/errors/domain-error.js';

export const corpusErrors = defineErrors({
  EMPTY_TEXT: { status: 400, zh: '语料不能为空', en: 'An utterance cannot be empty' },
  TEXT_TOO_LONG: { status: 400, zh: '语料最长 {limit} 字，现有 {length} 字', en: 'An utterance has at most {limit} characters; this one has {length}' },
  INVALID_TEXT: { status: 400, zh: '语料含有无法使用的字符（第 {position} 个字）', en: 'The text holds a character that cannot be used (character {position})' },
  DUPLICATE_TEXT: { status: 409, zh: '语料库中已有这句话{where}', en: 'The corpus already holds this text{where}' },
  SPAN_OUTSIDE_TEXT: { status: 400, zh: '槽位「{slot}」的位置 {start}–{end} 超出语料（共 {length} 字）', en: 'The span {start}–{end} of slot “{slot}” does not lie in the {length} characters of the text' },
  SPANS_OVERLAP: { status: 400, zh: '槽位「{slot}」与前一个槽位在第 {start} 个字处重叠', en: 'The span of slot “{slot}” overlaps the one before it at character {start}' },
  UNKNOWN_INTENT: { status: 400, zh: '没有意图「{intent}」', en: 'There is no intent “{intent}”' },
  UNKNOWN_SLOT: { status: 400, zh: '没有槽位「{slot}」', en: 'There is no slot “{slot}”' },
  TOO_MANY_ENTITIES: { status: 400, zh: '一条语料最多标注 {limit} 个槽位', en: 'An utterance has at most {limit} spans' },
  CONFLICT: { status: 409, zh: '{name} 已在您之后修改了这条语料，请核对后再保存', en: '{name} has changed this utterance since you opened it; compare before saving' },

  BROKEN_ENCODING: { status: 400, zh: '这一行含有无法解码的字节', en: 'The line holds bytes that cannot be decoded' },
  BROKEN_LINE: { status: 400, zh: '这一行不是有效的 {format}：{reason}', en: 'The line is not valid {format}: {reason}' },
  LINE_TOO_LONG: { status: 400, zh: '这一行超过 {limit} KB', en: 'The line is longer than {limit} KB' },
  MISSING_COLUMN: { status: 400, zh: '文件缺少「text」列，表头为：{header}', en: 'The file has no column “text”; its header is: {header}' },
  UNREADABLE_FILE: { status: 400, zh: '无法读取文件：{reason}', en: 'The file cannot be read: {reason}' },

  KEY_TAKEN: { status: 409, zh: '训练集的键「{key}」已被使用', en: 'The key “{key}” is already taken by a training set' },
  INVALID_KEY: { status: 400, zh: '键须为 2 至 64 个小写字母、数字或连字符，以字母开头', en: 'A key has 2 to 64 lower-case letters, digits and hyphens and starts with a letter' },
  INVALID_FILTER: { status: 400, zh: '筛选条件有误：{reason}', en: 'The filter is not valid: {reason}' },
  EMPTY_TRAINING_SET: { status: 409, zh: '训练集「{title}」没有语料，请先添加语料或放宽筛选条件', en: 'The training set “{title}” holds no utterance; add some or widen its filter' },
  TRAINING_SET_TOO_LARGE: { status: 409, zh: '训练集有 {count} 条语料，上限为 {limit} 条，请缩小筛选条件', en: 'The training set holds {count} utterances; at most {limit} are allowed. Narrow its filter' },
});
