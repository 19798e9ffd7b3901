import { defineErrors } from '../../platform/errors/domain-error.js';

export const notifyErrors = defineErrors({
  CHANNEL_INCOMPLETE: { status: 400, zh: '通知渠道的设置不完整：{field}', en: 'The settings of the channel are incomplete: {field}' },
  CHANNEL_OFF: { status: 409, zh: '这个通知渠道没有启用', en: 'This channel is not in use' },
  ADDRESS_REFUSED: { status: 400, zh: '不允许连接“{host}”：它是内网或本机地址。确需使用时，由运维在 BANSHI_NOTIFY_PRIVATE_HOSTS 中列出', en: 'Connecting to “{host}” is not allowed: it is a private or local address. Where it is meant, operators list it in BANSHI_NOTIFY_PRIVATE_HOSTS' },
  ADDRESS_UNKNOWN: { status: 400, zh: '找不到主机“{host}”', en: 'The host “{host}” cannot be found' },
  SEND_FAILED: { status: 502, zh: '发送失败：{reason}', en: 'Sending failed: {reason}' },
  DELIVERY_NOT_RETRYABLE: { status: 409, zh: '只有失败的投递可以重试', en: 'Only a failed delivery can be tried again' },
});
