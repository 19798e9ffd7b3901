import { defineErrors } from '../../platform/errors/domain-error.js';

export const configErrors = defineErrors({
  UNKNOWN_KIND: { status: 400, zh: '未知的配置类型：{kind}', en: 'Unknown kind of configuration: {kind}' },
  INVALID_KEY: { status: 400, zh: '键须为 2 至 64 个小写字母、数字或连字符，以字母开头', en: 'A key has 2 to 64 lower-case letters, digits and hyphens and starts with a letter' },
  KEY_TAKEN: { status: 409, zh: '键「{key}」已被使用', en: 'The key “{key}” is already taken' },
  INVALID_BODY: { status: 400, zh: '内容有 {count} 处不合规：{first}', en: '{count} places of the content are not valid: {first}' },
  CONFLICT: { status: 409, zh: '{name} 已在您之后修改并保存了此内容，请核对差异', en: '{name} has saved a change since you opened this; compare before saving' },
  NO_VERSION: { status: 409, zh: '还没有可恢复的版本', en: 'There is no version to go back to' },
  NOTHING_CHANGED: { status: 409, zh: '与最新版本相比没有变化', en: 'Nothing has changed since the latest version' },
  IN_USE: { status: 409, zh: '仍被 {count} 处引用，无法删除：{first}', en: 'Still used in {count} places, so it cannot be deleted: {first}' },
  FILES_INVALID: { status: 400, zh: '文件有 {count} 处问题，未作任何改动。{first}', en: 'The files have {count} problems; nothing was changed. {first}' },
  DEPARTMENTS_MISSING: { status: 400, zh: '有 {count} 个部门不存在（如 {first}），请先创建或由有权限的人导入', en: '{count} departments do not exist (such as {first}); create them first or let somebody import who may' },
  ITEM_DELETED: { status: 409, zh: '「{key}」已被删除，请先恢复', en: '“{key}” has been deleted; restore it first' },
});
