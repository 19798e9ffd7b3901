import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { OrgService } from '../org/org.service.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { HallPages } from './hall-pages.js';

@Injectable()
export class HallPagesService {
  private readonly pages = new WeakMap<LoadedBundle, Promise<HallPages>>();

  constructor(private readonly org: OrgService) {}

  of(ctx: RequestContext, bundle: LoadedBundle): Promise<HallPages> {
    const known = this.pages.get(bundle);
    if (known) return known;
    const made = this.org.all(ctx).then((units) => new HallPages(bundle, new Map(units.map((unit) => [unit.key, unit.title]))));
    this.pages.set(bundle, made);
    made.catch(() => this.pages.delete(bundle));
    return made;
  }
}
