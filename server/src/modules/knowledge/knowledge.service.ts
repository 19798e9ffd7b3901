import { Injectable } from '@nestjs/common';
import type { LoadedBundle } from '../release/bundles.service.js';
import { PolicyLibrary } from './search/policy-library.js';

export { holdsIn, stateOf, type FoundClause, type LibraryPolicy, type PolicyLibrary, type SearchFilter } from './search/policy-library.js';

/** The policies that a bundle holds, indexed once and kept as long as the bundle is. */
@Injectable()
export class KnowledgeService {
  private readonly libraries = new WeakMap<LoadedBundle, PolicyLibrary>();

  libraryOf(bundle: LoadedBundle): PolicyLibrary {
    let library = this.libraries.get(bundle);
    if (!library) this.libraries.set(bundle, (library = new PolicyLibrary(bundle.keys('policy').map((key) => ({ key, body: bundle.get('policy', key)! })))));
    return library;
  }
}
