import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { MasterKeys } from './master-keys.js';

export interface KeyStatus {
  masterSource: 'environment' | 'file';
  masterFingerprint: string | null;
  previousMasters: number;
  dataKeys: { id: string; purpose: string; createdAt: Date; retiredAt: Date | null; records: number; isCurrent: boolean }[];
}

/** What there is of keys; never a key itself. */
@Injectable()
export class KeyStatusService {
  constructor(private readonly masters: MasterKeys) {}

  async get(ctx: RequestContext): Promise<KeyStatus> {
    const [present, ...previous] = this.masters.all();
    const dataKeys = await ctx.manager.query<KeyStatus['dataKeys']>(
      `SELECT d.id, d.purpose, d.created_at AS "createdAt", d.retired_at AS "retiredAt", d.master = $1 AS "isCurrent",
              (SELECT count(*)::int FROM vault_key k WHERE k.data_key = d.id AND k.wrapped IS NOT NULL) AS records
         FROM data_key d ORDER BY d.retired_at IS NOT NULL, d.purpose DESC, d.created_at DESC`,
      [present?.fingerprint ?? ''],
    );
    return { masterSource: this.masters.source, masterFingerprint: present?.fingerprint ?? null, previousMasters: previous.length, dataKeys };
  }
}
