import { defineErrors } from '../../platform/errors/domain-error.js';

export const privacyErrors = defineErrors({
  MASTER_KEY_MISSING: {
    status: 503,
    zh: '缺少主密钥 {master}：请把备份的主密钥放回 {place}，否则已加密的个人信息无法读取',
    en: 'The master key {master} is missing: put it back into {place}, or the encrypted personal data cannot be read',
  },
  MASTER_KEY_UNREADABLE: { status: 503, zh: '主密钥文件 {path} 的内容不是密钥', en: 'The master key file {path} does not hold a key' },
  MASTER_KEY_IN_ENVIRONMENT: {
    status: 409,
    zh: '主密钥来自环境变量：请把 BANSHI_MASTER_KEY 换成新密钥、旧密钥写入 BANSHI_MASTER_KEY_PREVIOUS，重启后再轮换',
    en: 'The master key comes from the environment: put the new one into BANSHI_MASTER_KEY and the old one into BANSHI_MASTER_KEY_PREVIOUS, restart, then rotate',
  },
  DATA_ERASED: { status: 410, zh: '这些个人信息已经删除', en: 'These personal data have been erased' },
  DATA_TAMPERED: { status: 500, zh: '加密的内容被改动过，无法读取', en: 'The encrypted content was altered and cannot be read' },
  QUERY_TOO_SHORT: { status: 400, zh: '请输入完整的申请人编号或证件、手机号码', en: 'Enter the whole applicant id, ID number or phone number' },
  SUBJECT_UNKNOWN: { status: 404, zh: '没有找到这个人的信息', en: 'Nothing is held of this person' },
  CONFIRMATION_WRONG: { status: 400, zh: '确认文字不符，请输入“{expected}”', en: 'The confirmation does not match; type “{expected}”' },
  EXPORT_GONE: { status: 410, zh: '导出文件已经删除', en: 'The export has been removed' },
  RETENTION_INVALID: { status: 400, zh: '保留天数应为 1 到 36500 的整数，或留空表示一直保留', en: 'Days must be a whole number from 1 to 36500, or empty to keep for ever' },
});
