import { defineErrors } from '../../../platform/errors/domain-error.js';

export const importErrors = defineErrors({
  IMPORT_HAS_PROBLEMS: { status: 400, zh: '文件中有 {count} 行不能导入，未作任何改动', en: '{count} rows of the file cannot be taken; nothing was changed' },
  NO_COLUMNS: { status: 400, zh: '文件没有表头或数据行', en: 'The file has no header or no rows' },
});
