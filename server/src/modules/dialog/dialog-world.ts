import type { DialogWorld } from '@banshi/dialog';
import type { LoadedBundle } from '../release/bundles.service.js';

const worlds = new WeakMap<LoadedBundle, DialogWorld>();

/** What a dialogue sees of a bundle; made once for each. */
export function worldOf(bundle: LoadedBundle): DialogWorld {
  let world = worlds.get(bundle);
  if (!world) worlds.set(bundle, (world = makeWorld(bundle)));
  return world;
}

function makeWorld(bundle: LoadedBundle): DialogWorld {
  return {
    bundle: bundle.sha256,
    serviceKeys: () => bundle.keys('service'),
    service: (key) => bundle.get('service', key),
    form: (key) => {
      const service = bundle.get('service', key);
      if (!service?.online || service.form === null) return null;
      const body = bundle.get('form', service.form);
      const validator = bundle.validator(service.form);
      return body && validator ? { key: service.form, body, validator, access: bundle.startAccess(service.workflow) } : null;
    },
    intent: (key) => bundle.get('intent', key),
    slot: (key) => bundle.get('slot', key),
    dictionary: (key) => bundle.get('dictionary', key)?.entries.filter((entry) => !entry.disabled) ?? [],
  };
}
