import { problemText } from '@banshi/expression';
import { divisionFullName, formatFen } from '@banshi/values';
import type { ConditionVerdict } from './judge.js';
import { historyVariables, type ProfileField } from './profile.types.js';

type Language = 'zh' | 'en';

/** Names of what is known by codes: entries of dictionaries and services. */
export interface Titles {
  entry(dictionary: string, code: string): string | null;
  service(key: string): string | null;
}

/** A value of a profile field as a person reads it. */
export function profileValueText(field: Pick<ProfileField, 'type' | 'unit' | 'dictionary'>, value: unknown, titles: Titles, language: Language): string {
  switch (field.type) {
    case 'boolean':
      return value === true ? { zh: '是', en: 'yes' }[language] : { zh: '否', en: 'no' }[language];
    case 'money':
      return typeof value === 'number' ? `${formatFen(value)}${language === 'zh' ? ' 元' : ' CNY'}` : String(value);
    case 'number':
      return `${value as number}${field.unit ? ` ${field.unit}` : ''}`;
    case 'choice':
      return (field.dictionary && titles.entry(field.dictionary, String(value))) ?? String(value);
    case 'division':
      return divisionFullName(String(value)) || String(value);
    default:
      return String(value);
  }
}

const historyTitles: Record<keyof typeof historyVariables, Record<Language, string>> = {
  usedServices: { zh: '办理过的事项', en: 'services applied for' },
  grantedServices: { zh: '已获准的事项', en: 'services granted' },
};

/** Why a condition fits, does not or is open, in words: 符合：年龄为 67 岁. */
export function reasonText(condition: ConditionVerdict, fields: readonly ProfileField[], titles: Titles, language: Language): string {
  const { verdict, read, missing, withheld, declined, problem } = condition;
  const titleOf = (name: string) => fields.find((field) => field.name === name)?.title ?? (Object.hasOwn(historyTitles, name) ? historyTitles[name as keyof typeof historyTitles][language] : name);
  const list = (names: readonly string[]) => names.map(titleOf).join(language === 'zh' ? '、' : ', ');
  const values = Object.entries(read).map(([name, value]) => {
    const field = fields.find((one) => one.name === name);
    if (!field && (value as string[]).length === 0) return language === 'zh' ? `没有${titleOf(name)}` : `no ${titleOf(name)}`;
    const text = field ? profileValueText(field, value, titles, language) : (value as string[]).map((key) => titles.service(key) ?? key).join(language === 'zh' ? '、' : ', ');
    return language === 'zh' ? `${titleOf(name)}为${text}` : `${titleOf(name)}: ${text}`;
  });
  if (verdict !== 'unknown') {
    const word = { fits: { zh: '符合', en: 'Fits' }, unfit: { zh: '不符合', en: 'Does not fit' } }[verdict][language];
    if (values.length === 0) return word;
    return language === 'zh' ? `${word}：${values.join('，')}` : `${word}: ${values.join('; ')}`;
  }
  const open = [
    ...(missing.length > 0 ? [language === 'zh' ? `还不知道：${list(missing)}` : `Not known yet: ${list(missing)}`] : []),
    ...(withheld.length > 0 ? [language === 'zh' ? `需要您同意使用：${list(withheld)}` : `Needs your consent to use: ${list(withheld)}`] : []),
    ...(declined.length > 0 ? [language === 'zh' ? `您选择不提供：${list(declined)}` : `You chose not to tell: ${list(declined)}`] : []),
  ];
  if (open.length > 0) return open.join(language === 'zh' ? '；' : '; ');
  return language === 'zh' ? `无法判断${problem ? `：${problemText(problem, 'zh')}` : ''}` : `Cannot be judged${problem ? `: ${problemText(problem, 'en')}` : ''}`;
}
