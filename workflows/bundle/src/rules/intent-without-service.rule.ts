import { finding, titleIn, type ContractRule } from './rule.js';

export const intentWithoutService: ContractRule = {
  id: 'intent-without-service',
  severity: 'error',
  kinds: ['intent'],
  title: { zh: '办事意图都对应一个事项', en: 'Every intent that wants a service names it' },
  check: (view) =>
    view
      .keys('intent')
      .filter((key) => {
        const intent = view.get('intent', key);
        return intent?.role === 'service' && intent.service === null;
      })
      .map((key) => finding(intentWithoutService, { kind: 'intent', key, path: '/service' }, { intent: key, intentTitle: titleIn(view, 'intent', key) })),
};
