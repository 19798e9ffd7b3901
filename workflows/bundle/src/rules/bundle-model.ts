import type { ModelBody } from '../kinds/bodies.js';
import type { BundleView } from '../view.js';

/** The model of a bundle; null while it has none, or several of which none can be preferred. */
export function modelOf(view: BundleView): { key: string; body: ModelBody } | null {
  const keys = view.keys('model');
  const body = keys.length === 1 ? view.get('model', keys[0]!) : null;
  return body && { key: keys[0]!, body };
}
