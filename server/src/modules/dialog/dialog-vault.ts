import type { DialogState, DialogWorld } from '@banshi/dialog';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { Sealed } from '../privacy/privacy.types.js';
import { type IndexedValue, VaultService } from '../privacy/vault.service.js';
import { standingOf } from './dialog-engine.js';

export type { Sealed } from '../privacy/privacy.types.js';

export const vaultKind = 'dialog';
export const statePlace = 'state';
export const notePlace = 'note';
export const turnPlace = (n: number) => `turn/${n}`;

/** Formats by which a person may be looked for. */
const indexedFormats: Record<string, string> = { 'cn-resident-id': 'resident-id', 'cn-mobile': 'mobile', 'cn-bank-card': 'bank-card', 'cn-credit-code': 'credit-code' };

/** The one place where what people say becomes what is stored, and is read back: each session under a key of its own. `place` names where inside it stands. */
@Injectable()
export class DialogVault {
  constructor(private readonly vault: VaultService) {}

  seal(ctx: RequestContext, session: string, place: string, value: unknown): Promise<Sealed> {
    return this.vault.seal(ctx, owner(session), place, value);
  }

  open<T>(ctx: RequestContext, session: string, place: string, sealed: Sealed): Promise<T> {
    return this.vault.open<T>(ctx, owner(session), place, sealed);
  }

  /** In the order given. */
  openMany<T>(ctx: RequestContext, values: readonly { session: string; place: string; sealed: Sealed }[]): Promise<T[]> {
    return this.vault.openMany<T>(ctx, values.map(({ session, place, sealed }) => ({ owner: owner(session), place, sealed })));
  }

  /** Lets who may look for persons find the session by the numbers in these fields of its form. */
  async remember(ctx: RequestContext, session: string, state: DialogState, world: DialogWorld, fields: readonly string[]): Promise<void> {
    const { service, data } = standingOf(state, world, ctx.language);
    const properties = service === null ? undefined : world.form(service)?.body.schema['properties'];
    const formatOf = (field: string) => (properties as Record<string, { format?: string }> | undefined)?.[field]?.format ?? '';
    const values = fields.flatMap((field): IndexedValue[] => {
      const [kind, value] = [indexedFormats[formatOf(field)], data[field]];
      return kind !== undefined && typeof value === 'string' ? [{ kind, value }] : [];
    });
    if (values.length > 0) await this.vault.remember(ctx, owner(session), values);
  }

  /** Nothing that was sealed in these sessions is read again. */
  destroy(ctx: RequestContext, sessions: readonly string[]): Promise<void> {
    return this.vault.destroy(ctx, vaultKind, sessions);
  }
}

const owner = (session: string) => ({ kind: vaultKind, id: session });
