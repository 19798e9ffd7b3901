import type { BodyOf, KindName } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { ConfigItem } from './config-item.entity.js';

/** An item with the content of its draft. */
export interface Projected<K extends KindName = KindName> {
  item: ConfigItem;
  body: BodyOf<K>;
  sha256: string;
}

/** What a kind's module does with saved drafts, in the transaction of the saving. */
export interface Projection<K extends KindName = KindName> {
  kind: K;
  /** Writes the rows that lists show. */
  projectMany(ctx: RequestContext, entries: readonly Projected<K>[]): Promise<void>;
  /** Further words by which the item is found. */
  searchWords?(body: BodyOf<K>): string[];
  /** Id of the org unit that the content itself names as its owner; undefined where it names none. */
  ownerOf?(ctx: RequestContext, body: BodyOf<K>): Promise<string | null | undefined>;
}

/** Where the modules of the kinds announce their projections. */
@Injectable()
export class ProjectionsService {
  private readonly byKind = new Map<KindName, Projection>();

  register<K extends KindName>(projection: Projection<K>): void {
    this.byKind.set(projection.kind, projection as unknown as Projection);
  }

  of(kind: KindName): Projection | null {
    return this.byKind.get(kind) ?? null;
  }
}
