import { createHmac } from 'node:crypto';
import { emptyMaskSession, type MaskSession, maskText, restoreText, scrubText, standInText } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { MaskSessionRow } from './mask-session.entity.js';
import type { VaultOwner } from './privacy.types.js';
import { VaultService } from './vault.service.js';

const place = 'mask';

/** Takes personal data out of texts before they go where they need not be: logs, lists, training, outside models. */
@Injectable()
export class PrivacyService {
  constructor(private readonly vault: VaultService) {}

  /** For good: ⟦手机号⟧ in place of every phone number. */
  scrub(text: string): string {
    return scrubText(text);
  }

  /** Puts other values of the same kind and length in the place of personal data; the same value has the same stand-in everywhere. */
  async standIns(ctx: RequestContext): Promise<(text: string) => string> {
    const digest = await this.vault.digester(ctx, 'stand-ins');
    return (text) => standInText(text, digest);
  }

  /** One turn of the owner's session, with tokens that `restore` takes back. The same value has the same token in all of the session. */
  mask(ctx: RequestContext, owner: VaultOwner, text: string): Promise<string> {
    return ctx.transaction(async (tx) => {
      const { id, key } = await this.vault.keyFor(tx, owner);
      // Two turns at once would give two values one number.
      await tx.manager.query('SELECT 1 FROM vault_key WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.session(tx, owner, id);
      const masked = maskText(text, before, (value) => createHmac('sha256', key).update('mask\n').update(value).digest('hex'));
      const { sealed } = await this.vault.seal(tx, owner, place, masked.session);
      await tx.manager.query('INSERT INTO mask_session (vault_key, sealed) VALUES ($1, $2) ON CONFLICT (vault_key) DO UPDATE SET sealed = excluded.sealed, updated_at = now()', [id, sealed]);
      return masked.text;
    });
  }

  /** What was written in place of the session's tokens. */
  async restore(ctx: RequestContext, owner: VaultOwner, text: string): Promise<string> {
    if (!text.includes('⟦')) return text;
    const { id } = await this.vault.keyFor(ctx, owner);
    return restoreText(text, await this.session(ctx, owner, id));
  }

  private async session(ctx: RequestContext, owner: VaultOwner, vaultKey: string): Promise<MaskSession> {
    const row = await ctx.manager.findOneBy(MaskSessionRow, { vaultKey });
    return row ? this.vault.open<MaskSession>(ctx, owner, place, row) : emptyMaskSession();
  }
}
