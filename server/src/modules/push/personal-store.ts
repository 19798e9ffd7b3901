import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { VaultService } from '../privacy/vault.service.js';

/** The kind of the owners of the keys under which answers lie, each applicant's his own. */
export const personKind = 'push';

/** How what applicants tell of themselves is kept: sealed under a key of the person's own, bound to the field. The one place that knows. */
@Injectable()
export class PersonalStore {
  constructor(private readonly vault: VaultService) {}

  async seal(ctx: RequestContext, person: string, field: string, value: unknown): Promise<string> {
    return (await this.vault.seal(ctx, { kind: personKind, id: person }, field, value)).sealed;
  }

  open(ctx: RequestContext, person: string, field: string, sealed: string): Promise<unknown> {
    return this.vault.open(ctx, { kind: personKind, id: person }, field, { sealed });
  }

  /** In the order given, with one query for the keys of all. */
  openMany(ctx: RequestContext, values: readonly { person: string; field: string; sealed: string }[]): Promise<unknown[]> {
    return this.vault.openMany(ctx, values.map(({ person, field, sealed }) => ({ owner: { kind: personKind, id: person }, place: field, sealed: { sealed } })));
  }
}
