import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';

/** What is stored in place of a value with personal data. */
export interface Sealed {
  plain: unknown;
}

/** The one place where what people say becomes what is stored, and is read back. `place` names where inside the session it stands. */
@Injectable()
export class DialogVault {
  async seal(_ctx: RequestContext, _session: string, _place: string, value: unknown): Promise<Sealed> {
    return { plain: value };
  }

  async open<T>(ctx: RequestContext, session: string, place: string, sealed: Sealed): Promise<T> {
    return (await this.openMany<T>(ctx, [{ session, place, sealed }]))[0]!;
  }

  /** In the order given. */
  async openMany<T>(_ctx: RequestContext, values: readonly { session: string; place: string; sealed: Sealed }[]): Promise<T[]> {
    return values.map(({ sealed }) => sealed.plain as T);
  }
}

export const statePlace = 'state';
export const notePlace = 'note';
export const turnPlace = (n: number) => `turn/${n}`;
