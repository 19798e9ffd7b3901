import { defineErrors } from '../../platform/errors/domain-error.js';

export const registryErrors = defineErrors({
  MODEL_DAMAGED: { status: 409, zh: '模型文件与清单不符，已停用：{problems}。请重新训练', en: 'The files of the model differ from its manifest, so it is not used: {problems}. Train again' },
  IN_USE: { status: 409, zh: '模型版本 {n} 仍被 {count} 处使用，无法删除：{first}', en: 'Model version {n} is still used in {count} places, so it cannot be deleted: {first}' },
});
