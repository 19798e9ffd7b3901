import { defineErrors } from '../platform/errors/domain-error.js';

export const cliErrors = defineErrors({
  USAGE: { status: 400, zh: '{reason}', en: '{reason}' },
  FOLDER_MISSING: { status: 404, zh: '没有文件夹 {path}', en: 'There is no folder {path}' },
  FOLDER_NOT_EMPTY: { status: 409, zh: '{path} 不是空文件夹，也不是以前导出的文件夹', en: '{path} is neither empty nor an earlier export' },
  FOLDER_TOO_LARGE: { status: 413, zh: '{path} 的内容超过 {limit}', en: '{path} holds more than {limit}' },
  FILES_REFUSED: { status: 400, zh: '文件有 {count} 处问题，第一处：{first}', en: '{count} problems in the files, the first: {first}' },
  RELEASE_BLOCKED: { status: 409, zh: '有 {count} 个阻断问题，未发布；第一个：{first}', en: '{count} blocking findings, nothing is published; the first: {first}' },
  NOTHING_PUBLISHED: { status: 404, zh: '通道“{channel}”还没有发布过；要导出草稿请用 --drafts', en: 'Nothing is published on the channel “{channel}” yet; use --drafts to export the drafts' },
  USER_UNKNOWN: { status: 404, zh: '没有用户“{username}”', en: 'There is no user “{username}”' },
  FILE_EXISTS: { status: 409, zh: '{path} 已存在，不会覆盖', en: '{path} exists and is not overwritten' },
  FILE_MISSING: { status: 404, zh: '没有文件 {path}', en: 'There is no file {path}' },
  NOT_A_BACKUP: { status: 400, zh: '{path} 不是完整的备份文件', en: '{path} is not a whole backup' },
  BACKUP_DAMAGED: { status: 400, zh: '备份已损坏：{part} 的哈希不符', en: 'The backup is damaged: {part} does not match its hash' },
  BACKUP_TOO_NEW: { status: 400, zh: '备份由更新的版本制作（{migration}），请先升级', en: 'The backup was made by a newer version ({migration}); upgrade first' },
  DATABASE_NOT_EMPTY: { status: 409, zh: '数据库不是空的（{table} 已有数据）；只能恢复到空的安装', en: 'The database is not empty ({table} has rows); a backup is restored into an empty installation only' },
});
