import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkBundle, createView, findingText, type LoadedEntry } from '@banshi/bundle';
import type { INestApplicationContext } from '@nestjs/common';
import { DraftsService } from '../modules/config/drafts.service.js';
import { ItemBatchesService } from '../modules/config/item-batches.service.js';
import { ItemsService } from '../modules/config/items.service.js';
import { OrgService } from '../modules/org/org.service.js';
import { PublishingService } from '../modules/release/publishing.service.js';
import type { RequestContext } from '../platform/actor/request-context.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { withApplication } from './application.js';
import { readWholeBundle } from './bundle-folder.js';
import { cliErrors } from './cli.errors.js';
import type { Command, CommandInput } from './command.js';
import { addMissingDepartments, readDepartments } from './departments.js';

export const importCommand: Command = {
  name: 'import',
  usage: 'import DIR [--publish hall|sandbox] [--note TEXT]',
  help: { zh: '把导出的文件读成草稿，并可直接发布到通道', en: 'read exported files into the drafts, and publish them if asked' },
  operands: 1,
  options: { publish: 'string', note: 'string' },
  run: async (input) => {
    const folder = input.path(input.operands[0]!);
    const { bundle, entries } = readWholeBundle(folder, input.language);
    const channel = typeof input.options['publish'] === 'string' ? input.options['publish'] : null;
    if (channel === 'hall') await refuseErrors(input, entries);
    const note = typeof input.options['note'] === 'string' ? input.options['note'] : `import ${bundle.slice(0, 12)}`;
    const described = readDepartments(folder);
    const { departments, created, updated, unchanged } = await withApplication(input, (app, ctx) =>
      ctx.transaction(async (tx) => {
        const added = await addMissingDepartments(app.get(OrgService, { strict: false }), tx, entries, described);
        return { departments: added, ...(await importEntries(app, tx, entries, channel, note)) };
      }),
    );
    const missingModels = entries.flatMap((entry) => (entry.kind === 'model' && !existsSync(join(input.environment.home, 'models', entry.body.artifact)) ? [entry.key] : []));
    const warning = { zh: `\n注意：模型 ${missingModels.join('、')} 的文件不在此安装中，识别功能要等训练或复制之后才可用`, en: `\nNote: the files of the model ${missingModels.join(', ')} are not in this installation; utterances are not understood until one is trained or copied here` };
    const published = { zh: channel ? `，并发布到通道 ${channel}` : '', en: channel ? `, published on the channel ${channel}` : '' };
    return {
      json: { ok: true, bundle, entries: entries.length, created, updated, unchanged, departments, channel, missingModels },
      text: {
        zh: `已导入 ${entries.length} 项配置（新建 ${created}，更新 ${updated}，未变 ${unchanged}）${departments.length > 0 ? `，新建部门 ${departments.join('、')}` : ''}${published.zh}\n发布包 ${bundle}${missingModels.length > 0 ? warning.zh : ''}`,
        en: `Imported ${entries.length} items (${created} new, ${updated} changed, ${unchanged} as they were)${departments.length > 0 ? `, made the departments ${departments.join(', ')}` : ''}${published.en}\nBundle ${bundle}${missingModels.length > 0 ? warning.en : ''}`,
      },
      exitCode: 0,
    };
  },
};

/** The contract rules guard the hall here as they do in a release. */
async function refuseErrors({ language }: CommandInput, entries: readonly LoadedEntry[]): Promise<void> {
  const errors = checkBundle(await createView(entries)).filter((finding) => finding.severity === 'error');
  const [first] = errors;
  if (!first) return;
  const texts = errors.map((finding) => ({ ...finding, ...findingText(finding, language) }));
  throw new DomainError(cliErrors.RELEASE_BLOCKED, { field: `${first.kind}/${first.key}`, params: { count: errors.length, first: texts[0]!.message }, details: { findings: texts } });
}

async function importEntries(app: INestApplicationContext, ctx: RequestContext, entries: readonly LoadedEntry[], channel: string | null, note: string): Promise<{ created: number; updated: number; unchanged: number }> {
  const imported = { created: 0, updated: 0, unchanged: 0 };
  for (const kind of new Set(entries.map((entry) => entry.kind))) {
    const { created, updated, unchanged } = await app.get(ItemBatchesService, { strict: false }).put(ctx, kind, entries.filter((entry) => entry.kind === kind));
    imported.created += created.length;
    imported.updated += updated.length;
    imported.unchanged += unchanged.length;
  }
  if (channel !== null) {
    for (const { kind, key, sha256 } of entries) {
      await app.get(DraftsService, { strict: false }).keep(ctx, await app.get(ItemsService, { strict: false }).get(ctx, kind, key), sha256, note);
    }
    await app.get(PublishingService, { strict: false }).adopt(ctx, channel, entries.map(({ kind, key, sha256 }) => ({ kind, key, sha256 })), note);
  }
  return imported;
}
