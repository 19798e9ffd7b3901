import { KeyRotationService } from '../modules/privacy/keys/key-rotation.service.js';
import { KeyStatusService } from '../modules/privacy/keys/key-status.service.js';
import { withApplication } from './application.js';
import type { Command } from './command.js';

export const keysStatusCommand: Command = {
  name: 'keys status',
  usage: 'keys status',
  help: { zh: '显示加密密钥的状态（不显示密钥本身）', en: 'show the state of the encryption keys (never a key itself)' },
  operands: 0,
  options: {},
  run: async (input) => {
    const status = await withApplication(input, (app, ctx) => app.get(KeyStatusService, { strict: false }).get(ctx));
    const lines = status.dataKeys.map(({ id, purpose, records, retiredAt, isCurrent }) => `  ${purpose} ${id.slice(0, 8)} ${records}${retiredAt ? ' retired' : ''}${isCurrent ? '' : ' old-master'}`).join('\n');
    return {
      json: { ok: true, ...status },
      text: {
        zh: `主密钥 ${status.masterFingerprint ?? '（尚未生成）'}（${status.masterSource === 'file' ? '文件' : '环境变量'}），未换下的旧主密钥 ${status.previousMasters} 把；数据密钥：\n${lines}`,
        en: `Master key ${status.masterFingerprint ?? '(not made yet)'} (${status.masterSource}), ${status.previousMasters} earlier ones still there; data keys:\n${lines}`,
      },
      exitCode: 0,
    };
  },
};

export const keysRotateCommand: Command = {
  name: 'keys rotate',
  usage: 'keys rotate [--master] [--resume]',
  help: { zh: '轮换数据密钥；--master 同时换主密钥；--resume 只把中断的轮换做完', en: 'replace the data key; --master the master key too; --resume only finishes a rotation that was interrupted' },
  operands: 0,
  options: { master: 'boolean', resume: 'boolean' },
  run: async (input) => {
    const { records, dataKeys } = await withApplication(input, async (app, ctx) => {
      const rotation = app.get(KeyRotationService, { strict: false });
      if (!input.options['resume']) await ctx.transaction((tx) => rotation.begin(tx, { master: input.options['master'] === true }));
      return rotation.finish(ctx);
    });
    return {
      json: { ok: true, records, dataKeys },
      text: {
        zh: `已轮换：${records} 把记录密钥，${dataKeys} 把数据密钥改由新密钥加密。${input.options['master'] ? '请备份新的主密钥；以前的备份仍需旧的主密钥。' : ''}`,
        en: `Rotated: ${records} record keys and ${dataKeys} data keys are wrapped anew.${input.options['master'] ? ' Back up the new master key; earlier backups still need the old one.' : ''}`,
      },
      exitCode: 0,
    };
  },
};
