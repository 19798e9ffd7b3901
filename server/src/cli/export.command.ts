import { bundleHash, type LoadedEntry } from '@banshi/bundle';
import type { INestApplicationContext } from '@nestjs/common';
import { OrgService } from '../modules/org/org.service.js';
import { BundlesService } from '../modules/release/bundles.service.js';
import { WorkspaceService } from '../modules/release/workspace.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { withApplication } from './application.js';
import { writeBundleFolder } from './bundle-folder.js';
import { cliErrors } from './cli.errors.js';
import type { Command } from './command.js';
import { departmentsNamedBy, writeDepartments } from './departments.js';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export DIR [--channel hall|sandbox | --drafts]',
  help: { zh: '把通道上的发布包（或全部草稿）导出为文件', en: 'write a channel’s bundle, or all drafts, as files' },
  operands: 1,
  options: { channel: 'string', drafts: 'boolean' },
  run: async (input) => {
    const folder = input.path(input.operands[0]!);
    const channel = typeof input.options['channel'] === 'string' ? input.options['channel'] : 'hall';
    const isDrafts = input.options['drafts'] === true;
    const { entries, departments } = await withApplication(input, async (app, ctx) => {
      const exported = isDrafts ? await draftsOf(app, ctx) : await channelOf(app, ctx, channel);
      return { entries: exported, departments: await departmentsNamedBy(app.get(OrgService, { strict: false }), ctx, exported) };
    });
    writeBundleFolder(folder, entries);
    writeDepartments(folder, departments);
    const bundle = bundleHash(entries);
    const from = isDrafts ? { zh: '草稿', en: 'the drafts' } : { zh: `通道 ${channel}`, en: `the channel ${channel}` };
    return {
      json: { ok: true, bundle, entries: entries.length, folder, channel: isDrafts ? null : channel },
      text: {
        zh: `已将${from.zh}的 ${entries.length} 项配置导出到 ${folder}\n发布包 ${bundle}`,
        en: `Wrote ${entries.length} items of ${from.en} to ${folder}\nBundle ${bundle}`,
      },
      exitCode: 0,
    };
  },
};

async function channelOf(app: INestApplicationContext, ctx: RequestContext, name: string): Promise<LoadedEntry[]> {
  const bundles = app.get(BundlesService, { strict: false });
  const { bundle } = await bundles.channel(ctx, name);
  if (bundle === null) throw new DomainError(cliErrors.NOTHING_PUBLISHED, { field: 'channel', params: { channel: name } });
  return bundles.loadEntries(ctx, await bundles.entries(ctx, bundle));
}

async function draftsOf(app: INestApplicationContext, ctx: RequestContext): Promise<LoadedEntry[]> {
  return app.get(BundlesService, { strict: false }).loadEntries(ctx, await app.get(WorkspaceService, { strict: false }).drafts(ctx));
}
