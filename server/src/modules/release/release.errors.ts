import { defineErrors } from '../../platform/errors/domain-error.js';

export const releaseErrors = defineErrors({
  UNKNOWN_CHANNEL: { status: 404, zh: '没有名为「{name}」的通道', en: 'There is no channel “{name}”' },
  UNKNOWN_BUNDLE: { status: 404, zh: '没有这个发布包', en: 'There is no such bundle' },
  NOTHING_TO_PUBLISH: { status: 409, zh: '所选内容与通道上的完全相同，没有可发布的变化', en: 'The chosen items are what the channel already shows' },
  DRAFT_MOVED: { status: 409, zh: '「{title}」在您查看之后又被修改，请刷新后核对', en: '“{title}” has been changed since you looked; refresh and check again' },
  CHANNEL_MOVED: { status: 409, zh: '通道已被他人移动，请刷新后重试', en: 'Somebody else has moved the channel; refresh and try again' },
  REASON_NEEDED: { status: 400, zh: '有 {count} 条警告，请写明仍要发布的理由', en: 'There are {count} warnings; say why it may be published all the same' },
  NOTE_NEEDED: { status: 400, zh: '请写明本次发布的说明', en: 'Please say what this release is about' },
  SAME_PERSON: { status: 403, zh: '按双人发布规定，申请人不能自己批准', en: 'Two people release: who asks cannot also approve' },
  REQUEST_DECIDED: { status: 409, zh: '该申请已处理', en: 'The request has already been decided' },
  NEVER_SHOWN: { status: 409, zh: '该发布包从未在此通道上线，不能回滚到它', en: 'The channel has never shown this bundle, so it cannot be rolled back to' },
  ALREADY_THERE: { status: 409, zh: '通道已经指向该发布包', en: 'The channel already shows this bundle' },
  RELEASE_BLOCKED: { status: 409, zh: '有 {count} 个阻断问题：{first}', en: '{count} findings block the release: {first}' },
});
