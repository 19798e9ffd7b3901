import { AuditService } from '../platform/audit/audit.service.js';
import { withApplication } from './application.js';
import type { Command } from './command.js';

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  usage: 'audit verify',
  help: { zh: '重新计算审计日志的哈希链；被改动过时退出码为 1', en: 'recompute the hash chain of the audit log; exit code 1 where it was altered' },
  operands: 0,
  options: {},
  run: async (input) => {
    const { isIntact, entries, batches, firstBroken } = await withApplication(input, (app) => app.get(AuditService, { strict: false }).verify());
    const broken = firstBroken ? `${firstBroken.batch} (${firstBroken.reason})` : '';
    return {
      json: { ok: isIntact, entries, batches, firstBroken },
      text: isIntact
        ? { zh: `审计日志完好：${batches} 批，${entries} 条`, en: `The audit log is intact: ${batches} batches, ${entries} entries` }
        : { zh: `审计日志被改动过：第一处在第 ${broken} 批`, en: `The audit log was altered: first in batch ${broken}` },
      exitCode: isIntact ? 0 : 1,
    };
  },
};
