import { bundleHash, createView } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { BundlesService } from './bundles.service.js';
import { LoadedBundle } from './loaded-bundle.js';
import { WorkspaceService } from './workspace.service.js';

/** The drafts of everything as the bundle that they would make. It has the hash of that bundle, no number, and is stored nowhere. */
@Injectable()
export class WorkspaceBundleService {
  private latest: { hash: string; bundle: Promise<LoadedBundle> } | null = null;

  constructor(
    private readonly workspace: WorkspaceService,
    private readonly bundles: BundlesService,
  ) {}

  /** Made anew only when a draft has changed. */
  async current(ctx: RequestContext): Promise<LoadedBundle> {
    const entries = await this.workspace.drafts(ctx);
    const hash = bundleHash(entries);
    if (this.latest?.hash !== hash) {
      const bundle = this.bundles.loadEntries(ctx, entries).then(async (loaded) => new LoadedBundle(hash, 0, await createView(loaded)));
      this.latest = { hash, bundle };
      bundle.catch(() => (this.latest = null));
    }
    return this.latest.bundle;
  }
}
