import type { BundleView } from '../view.js';

export interface ServiceIntent {
  intent: string;
  title: string;
  service: string;
}

/** The intents that want a service of this bundle. */
export function serviceIntents(view: BundleView): ServiceIntent[] {
  return view.keys('intent').flatMap((key) => {
    const intent = view.get('intent', key);
    if (!intent || intent.role !== 'service' || intent.service === null || view.get('service', intent.service) === null) return [];
    return [{ intent: key, title: intent.title, service: intent.service }];
  });
}
