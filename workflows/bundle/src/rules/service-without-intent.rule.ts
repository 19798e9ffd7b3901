import { finding, titleIn, type ContractRule } from './rule.js';
import { serviceIntents } from './service-intents.js';

export const serviceWithoutIntent: ContractRule = {
  id: 'service-without-intent',
  severity: 'warning',
  kinds: ['service', 'intent'],
  title: { zh: '网上办理的事项都能被说到', en: 'Every online service has an intent' },
  check: (view) => {
    const wanted = new Set(serviceIntents(view).map(({ service }) => service));
    return view
      .keys('service')
      .filter((key) => view.get('service', key)?.online && !wanted.has(key))
      .map((key) => finding(serviceWithoutIntent, { kind: 'service', key, path: '/online' }, { service: key, serviceTitle: titleIn(view, 'service', key) }));
  },
};
