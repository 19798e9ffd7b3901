import { defineErrors } from '../../platform/errors/domain-error.js';

export const faqErrors = defineErrors({
  FAQ_COLUMNS_MISSING: { status: 400, zh: '不是 CSV，或第一行没有「问题」和「解答」两列', en: 'This is no CSV, or its first line lacks the columns “question” and “answer”' },
  FAQ_TOO_MANY: { status: 413, zh: '一次最多导入 {limit} 条', en: 'At most {limit} rows are imported at once' },
  FAQ_TWICE: { status: 400, zh: '这个问题在文件里出现了不止一次', en: 'The file asks this question more than once' },
  FAQ_NOT_YOURS: { status: 403, zh: '这个问题由其他部门维护', en: 'This question belongs to another department' },
});
