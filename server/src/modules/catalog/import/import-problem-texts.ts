import type { Language } from '../../../platform/actor/request-context.js';
import type { ImportProblemCode } from './import-problem.types.js';

const texts: Record<ImportProblemCode, { zh: string; en: string }> = {
  'broken-text': { zh: '含有无法解码的字符，该行未导入', en: 'Holds bytes that cannot be decoded; the row is not taken' },
  'not-json': { zh: '不是正确的 JSON，该行未导入', en: 'Is not JSON; the row is not taken' },
  'not-an-object': { zh: '不是 JSON 对象，该行未导入', en: 'Is no JSON object; the row is not taken' },
  'row-too-long': { zh: '该行过长，未导入', en: 'The row is too long and is not taken' },
  'columns-differ': { zh: '单元格多于表头，多出的内容未导入', en: 'There are more cells than headings; the surplus is not taken' },
  'value-missing': { zh: '缺少必填内容，该行未导入', en: 'A required value is missing; the row is not taken' },
  'type-unknown': { zh: '未知的事项类型，该行未导入', en: 'Unknown type of service; the row is not taken' },
  'department-unknown': { zh: '没有这个部门，该行未导入', en: 'There is no such department; the row is not taken' },
  'department-ambiguous': { zh: '有多个同名部门，该行未导入', en: 'Several departments have this name; the row is not taken' },
  'department-not-yours': { zh: '您不能管理该部门的事项，该行未导入', en: 'You may not manage services of this department; the row is not taken' },
  'item-not-yours': { zh: '已有事项「{key}」属于其他部门，该行未导入', en: 'The service “{key}” belongs to another department; the row is not taken' },
  'item-deleted': { zh: '事项「{key}」已被删除，请先恢复；该行未导入', en: 'The service “{key}” has been deleted; restore it first. The row is not taken' },
  'key-invalid': { zh: '键不合规（2 至 64 个小写字母、数字或连字符，以字母开头），该行未导入', en: 'Not a key (2 to 64 lower-case letters, digits and hyphens, a letter first); the row is not taken' },
  'key-taken': { zh: '键「{key}」已被编码为「{code}」的事项使用，该行未导入', en: 'The key “{key}” belongs to the service with the code “{code}”; the row is not taken' },
  'duplicate-in-file': { zh: '与第 {row} 行重复，该行未导入', en: 'Repeats row {row}; the row is not taken' },
  'body-invalid': { zh: '内容不合规：{reason}；该行未导入', en: 'Not valid: {reasonEn}; the row is not taken' },
  'code-imprecise': { zh: '编码以数字保存，末几位已丢失；请把该列设为文本。该行未导入', en: 'The code was stored as a number and has lost its last digits; format the column as text. The row is not taken' },
  'code-ambiguous': { zh: '已有多个事项使用此编码，该行未导入', en: 'Several services have this code; the row is not taken' },
  'audience-unknown': { zh: '未知的办理对象，已略去', en: 'Unknown audience; left out' },
  'audience-missing': { zh: '没有办理对象', en: 'No audience is given' },
  'text-too-long': { zh: '{length} 字，超过上限 {limit}，已截断', en: '{length} characters, cut to the limit of {limit}' },
  'list-too-long': { zh: '{length} 项，超过上限 {limit}，其余未导入', en: '{length} entries; those beyond {limit} are not taken' },
  'text-cut': { zh: '原文似被截断，请核对', en: 'The text seems to be cut; please check' },
  'brackets-unbalanced': { zh: '括号或引号不成对，原文可能被截断', en: 'Brackets or quotes do not match; the text may be cut' },
  'limit-unreadable': { zh: '无法识别的时限，已留空', en: 'The time limit cannot be read; left empty' },
  'limit-not-positive': { zh: '时限应为正数，已留空', en: 'A time limit must be positive; left empty' },
  'limit-too-long': { zh: '时限超过 3650，已留空', en: 'The time limit exceeds 3650; left empty' },
  'limit-over-statutory': { zh: '承诺时限长于法定时限（{statutory}），请核对', en: 'The promised limit exceeds the statutory one ({statutory}); please check' },
  'phone-implausible': { zh: '其中没有可用的电话号码，请核对', en: 'There is no plausible phone number in it; please check' },
  'text-may-be-cut': { zh: '末尾没有句号，请核对是否完整', en: 'Does not end with a full stop; please check that it is complete' },
  'limit-unit-assumed': { zh: '时限没有单位，按工作日导入', en: 'The limit has no unit; taken as working days' },
  'limit-at-once': { zh: '即时办结，按 0 个工作日导入', en: 'Done at once; taken as 0 working days' },
  'department-created': { zh: '没有这个部门，将新建（键 {key}）', en: 'There is no such department; it is created (key {key})' },
  'already-exists': { zh: '已有事项「{key}」，将更新其草稿', en: 'The service “{key}” exists; its draft is updated' },
  'materials-assumed': { zh: '文件只有材料名称：份数按 1、形式按原件、必要性按必要导入', en: 'The file has names of materials only: taken as 1 original each, required' },
};

export function importProblemText(code: string, params: Record<string, string | number>, language: Language): string {
  const text = (texts as Record<string, { zh: string; en: string } | undefined>)[code]?.[language] ?? code;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
