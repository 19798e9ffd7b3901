import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../actor/request-context.js';
import { AuditService } from '../audit/audit.service.js';
import { Setting } from './setting.entity.js';
import { defaultSettings, type Settings } from './settings.model.js';

@Injectable()
export class SettingsService {
  constructor(private readonly audit: AuditService) {}

  async get(ctx: RequestContext): Promise<Settings> {
    const rows = await ctx.manager.find(Setting);
    return { ...defaultSettings, ...(Object.fromEntries(rows.map((row) => [row.name, row.value])) as Partial<Settings>) };
  }

  async update(ctx: RequestContext, change: Partial<Settings>): Promise<Settings> {
    const before = await this.get(ctx);
    const entries = Object.entries(change).filter(([, value]) => value !== undefined && value !== null);
    for (const [name, value] of entries) {
      await ctx.manager.query('INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [name, JSON.stringify(value)]);
    }
    await this.audit.append(ctx, { action: 'settings.update', target: { kind: 'settings', key: 'settings' }, detail: { before, change } });
    return this.get(ctx);
  }
}
