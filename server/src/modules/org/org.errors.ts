import { defineErrors } from '../../platform/errors/domain-error.js';

export const orgErrors = defineErrors({
  ORG_KEY_TAKEN: { status: 409, zh: '编码「{key}」已被使用', en: 'The key “{key}” is already taken' },
  ORG_KEY_INVALID: { status: 400, zh: '编码只能用小写字母、数字和连字符，以字母开头，2 至 64 个字符', en: 'A key has 2 to 64 lower-case letters, digits and hyphens and starts with a letter' },
  ORG_CYCLE: { status: 409, zh: '机构不能成为自己的下级', en: 'An org unit cannot be placed below itself' },
  ORG_IN_USE: { status: 409, zh: '机构下还有下级、岗位、人员或配置，无法删除', en: 'The org unit still has units, posts, people or configuration' },
});
