import { defineErrors } from '../errors/domain-error.js';

export const fileErrors = defineErrors({
  EMPTY_FILE: { status: 400, zh: '文件中没有数据', en: 'The file holds no data' },
  FILE_UNREADABLE: { status: 400, zh: '无法读取文件：{reason}', en: 'The file cannot be read: {reason}' },
  UNSUPPORTED_FILE: { status: 400, zh: '不支持这种文件；请使用 CSV、XLSX 或 JSON', en: 'This kind of file is not supported; use CSV, XLSX or JSON' },
  ARCHIVE_TOO_LARGE: { status: 413, zh: '压缩包解开后过大，上限为 {limit}', en: 'The archive is too large when unpacked; the limit is {limit}' },
  ARCHIVE_PATH_REFUSED: { status: 400, zh: '压缩包内的路径「{name}」不被接受', en: 'The path “{name}” in the archive is refused' },
});
