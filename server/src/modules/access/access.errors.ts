import { defineErrors } from '../../platform/errors/domain-error.js';

export const accessErrors = defineErrors({
  BAD_CREDENTIALS: { status: 401, zh: '用户名或密码不正确', en: 'The user name or password is not correct' },
  LOCKED_OUT: { status: 429, zh: '连续输错次数过多，账号已锁定，请 {minutes} 分钟后再试或联系管理员', en: 'Too many wrong attempts; the account is locked. Try again in {minutes} min or ask an administrator' },
  SESSION_EXPIRED: { status: 401, zh: '登录已过期，请重新登录', en: 'Your session has expired; please sign in again' },
  WEAK_PASSWORD: { status: 400, zh: '密码至少 10 个字符，且须包含字母和数字，不能与用户名相同', en: 'A password has at least 10 characters with letters and digits and is not the user name' },
  USERNAME_TAKEN: { status: 409, zh: '用户名「{username}」已被使用', en: 'The user name “{username}” is already taken' },
  INVALID_USERNAME: { status: 400, zh: '用户名为 2 至 40 个小写字母、数字、点、下划线或连字符', en: 'A user name has 2 to 40 lower-case letters, digits, dots, underscores or hyphens' },
  LAST_ADMINISTRATOR: { status: 409, zh: '至少要保留一名不限部门的管理员', en: 'At least one administrator without a department scope must remain' },
  INVALID_API_KEY: { status: 401, zh: 'API 密钥无效、已过期或已吊销', en: 'The API key is invalid, expired or revoked' },
  INVALID_SCOPE: { status: 400, zh: '未知的权限范围：{scope}', en: 'Unknown scope: {scope}' },
});
