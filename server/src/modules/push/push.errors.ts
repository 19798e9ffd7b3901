import { defineErrors } from '../../platform/errors/domain-error.js';

export const pushErrors = defineErrors({
  POLICY_NOT_IN_HALL: { status: 400, zh: '大厅现在没有政策文件“{key}”，请先发布', en: 'The hall does not show the policy “{key}”; publish it first' },
  POLICY_ENDED: { status: 400, zh: '“{title}”已失效，不能推送', en: '“{title}” is no longer in force and cannot be pushed' },
  NOTHING_PUBLISHED_YET: { status: 409, zh: '大厅还没有发布任何内容', en: 'Nothing has been published to the hall yet' },
  CAMPAIGN_BUSY: { status: 409, zh: '这次推送正在计算或发送，请稍候', en: 'This campaign is being worked on; wait for it' },
  CAMPAIGN_NOT_READY: { status: 409, zh: '请先计算推送对象', en: 'Work out the recipients first' },
  CAMPAIGN_DONE: { status: 409, zh: '这次推送已经结束', en: 'This campaign has ended' },
  NOBODY_TO_TELL: { status: 409, zh: '没有符合的推送对象', en: 'There is nobody to be told' },
  FIELD_UNKNOWN: { status: 400, zh: '没有信息项“{name}”', en: 'There is no profile field “{name}”' },
  ANSWER_INVALID: { status: 400, zh: '“{title}”的值不对', en: 'This is no value for “{title}”' },
  CONSENT_NEEDED: { status: 400, zh: '“{title}”是敏感个人信息，需要先单独同意使用', en: '“{title}” is sensitive personal information; consent to its use is needed first' },
  SUBSCRIPTION_INVALID: { status: 400, zh: '订阅设置有误：{reason}', en: 'The subscription is wrong: {reason}' },
  EMAIL_INVALID: { status: 400, zh: '邮箱地址不正确', en: 'This is no e-mail address' },
});
