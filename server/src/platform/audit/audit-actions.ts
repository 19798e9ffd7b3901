import type { Language } from '../actor/request-context.js';

/** What each action of the log is called. A test fails on an action of the source that is not named here. */
const titles: Record<string, { zh: string; en: string }> = {
  'access.sign-in': { zh: '登录', en: 'Sign in' },
  'access.sign-in-failed': { zh: '登录失败', en: 'Sign-in refused' },
  'access.sign-out': { zh: '退出登录', en: 'Sign out' },
  'access.change-password': { zh: '修改自己的密码', en: 'Change own password' },
  'access.create-user': { zh: '新建用户', en: 'Create user' },
  'access.update-user': { zh: '修改用户', en: 'Change user' },
  'access.reset-password': { zh: '重置用户密码', en: 'Reset password of user' },
  'access.unlock-user': { zh: '解除用户锁定', en: 'Unlock user' },
  'access.create-api-key': { zh: '新建大厅密钥', en: 'Create hall key' },
  'access.revoke-api-key': { zh: '吊销大厅密钥', en: 'Revoke hall key' },
  'audit.verify': { zh: '校验审计记录', en: 'Verify audit log' },
  'base-model.order': { zh: '获取基础模型', en: 'Fetch base model' },
  'base-model.register': { zh: '登记基础模型', en: 'Register base model' },
  'base-model.delete': { zh: '删除基础模型', en: 'Delete base model' },
  'cases.submit': { zh: '提交办件', en: 'Submit case' },
  'cases.claim-task': { zh: '领取待办', en: 'Claim task' },
  'cases.release-task': { zh: '退回待办', en: 'Release task' },
  'cases.complete-task': { zh: '办理待办', en: 'Complete task' },
  'cases.cancel': { zh: '撤销办件', en: 'Cancel case' },
  'cases.retry-incident': { zh: '重试异常办件', en: 'Retry case after incident' },
  'cases.read-attachment': { zh: '查看办件附件', en: 'Read attachment of case' },
  'catalog.export': { zh: '导出事项', en: 'Export services' },
  'catalog.run-import': { zh: '导入事项', en: 'Import services' },
  'catalog.plan-import': { zh: '试导入事项', en: 'Try importing services' },
  'config.create': { zh: '新建配置', en: 'Create item' },
  'config.save-draft': { zh: '保存草稿', en: 'Save draft' },
  'config.save-version': { zh: '保存版本', en: 'Save version' },
  'config.restore': { zh: '恢复到旧版本', en: 'Restore version' },
  'config.delete': { zh: '删除配置', en: 'Delete item' },
  'config.undelete': { zh: '恢复已删除的配置', en: 'Undelete item' },
  'config.export': { zh: '导出配置文件', en: 'Export configuration' },
  'config.import': { zh: '导入配置文件', en: 'Import configuration' },
  'corpus.create': { zh: '添加语料', en: 'Add utterances' },
  'corpus.update': { zh: '修改语料', en: 'Change utterance' },
  'corpus.delete': { zh: '删除语料', en: 'Delete utterances' },
  'corpus.restore': { zh: '恢复已删除的语料', en: 'Undelete utterances' },
  'corpus.export': { zh: '导出语料', en: 'Export corpus' },
  'corpus.import': { zh: '导入语料', en: 'Import utterances' },
  'model.register': { zh: '登记模型版本', en: 'Register model version' },
  'model.choose': { zh: '选用模型版本', en: 'Choose model version' },
  'model.delete': { zh: '删除模型版本', en: 'Delete model version' },
  'operation.cancel': { zh: '取消后台任务', en: 'Cancel background job' },
  'operation.retry': { zh: '重试后台任务', en: 'Retry background job' },
  'org.create-unit': { zh: '新建部门', en: 'Create department' },
  'org.update-unit': { zh: '修改部门', en: 'Change department' },
  'org.remove-unit': { zh: '删除部门', en: 'Delete department' },
  'org.create-post': { zh: '新建岗位', en: 'Create post' },
  'org.update-post': { zh: '修改岗位', en: 'Change post' },
  'org.remove-post': { zh: '删除岗位', en: 'Delete post' },
  'policies.import': { zh: '导入政策', en: 'Import policies' },
  'policies.accept-proposal': { zh: '采纳政策建议', en: 'Accept policy proposal' },
  'release.request': { zh: '申请发布', en: 'Request release' },
  'release.request-published': { zh: '批准并发布申请', en: 'Approve release request' },
  'release.request-rejected': { zh: '驳回发布申请', en: 'Reject release request' },
  'release.request-withdrawn': { zh: '撤回发布申请', en: 'Withdraw release request' },
  'release.publish': { zh: '发布', en: 'Publish' },
  'release.roll-back': { zh: '回滚发布', en: 'Roll back' },
  'release.import': { zh: '导入并发布', en: 'Import and publish' },
  'settings.update': { zh: '修改设置', en: 'Change settings' },
  'training-set.create': { zh: '新建训练集', en: 'Create training set' },
  'training-set.update': { zh: '修改训练集', en: 'Change training set' },
  'training-set.snapshot': { zh: '保存训练集快照', en: 'Take snapshot of training set' },
  'training.start': { zh: '开始训练', en: 'Start training' },
  'training.start-group': { zh: '开始一组训练', en: 'Start group of trainings' },
  'training.resume': { zh: '继续训练', en: 'Resume training' },
  'training.cancel': { zh: '取消训练', en: 'Cancel training' },
  'training.prepare-environment': { zh: '准备训练环境', en: 'Prepare training environment' },
  'upload.receive': { zh: '上传文件', en: 'Upload file' },
};

/** What an action is called; one that is no longer taken keeps its code. */
export const actionTitle = (action: string, language: Language): string => titles[action]?.[language] ?? action;

/** Every action that has a title, by code. */
export const actionCodes: readonly string[] = Object.keys(titles).sort();

/** The actions whose title, in either language, has the words in it. */
export function actionsNamed(words: string): string[] {
  const wanted = words.trim().toLowerCase();
  return actionCodes.filter((code) => Object.values(titles[code]!).some((title) => title.toLowerCase().includes(wanted)));
}
